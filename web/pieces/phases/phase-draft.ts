import type { Adviser, PhaseEntry } from '#shared/phases/phase-entry.ts'
import { effectivePhase } from '#shared/phases/effective-phase.ts'
import { decidePhaseChange, type PhaseChangeDecision } from '#shared/phases/mandate.ts'
import { region } from '#shared/reference/regions.ts'
import { type Body, BODIES, type Phase } from '#shared/terms.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'

/** A change while it is being written down. */
export type PhaseDraft = {
  /** The secretary's organisation: a deciding body, or a region. */
  org?: string
  to?: Phase
  advice: Adviser[]
  from?: string
  reason: string
}

export const emptyPhase = (): PhaseDraft => ({ advice: [], reason: '' })

export type Speaks = { org: string; decidedBy: Body; scope: string }

/** For whom a secretary's organisation speaks: a region's ROAZ for its region, a body for the nation. */
export function speaksFor(org: string): Speaks | undefined {
  if (region(org) !== undefined) return { org, decidedBy: 'roaz', scope: `region:${org}` }
  const body = BODIES.find((known) => known === org)
  return body === undefined ? undefined : { org, decidedBy: body, scope: 'national' }
}

export type PhasePreview = PhaseChangeDecision & { from: Phase; needed: Adviser[] }

const MISSING = 'advice-missing:'

/** What R1 says of this change; nothing while the phase or the moment is not chosen. */
export function previewPhase(
  { to, from, advice }: PhaseDraft,
  { decidedBy, scope }: Speaks,
  register: readonly PhaseEntry[],
): PhasePreview | undefined {
  if (to === undefined || from === undefined) return undefined
  const region = scope === 'national' ? '' : scope.slice('region:'.length)
  const now = effectivePhase({ region, at: from, register })
  const change = { scope, from: now, to, decidedBy }
  const bare = decidePhaseChange({ ...change, advice: [] })
  const needed = bare.reasons
    .filter((reason) => reason.startsWith(MISSING))
    .map((reason) => reason.slice(MISSING.length) as Adviser)
  return { ...decidePhaseChange({ ...change, advice }), from: now, needed }
}

export const PHASE_TO_ID = 'phase-to'
export const PHASE_FROM_ID = 'phase-from'
export const PHASE_REASON_ID = 'phase-reason'

const GRACE = 5 * 60_000

/** What still stands in the way of announcing, in the order of the form. R1's own refusal is the preview's. */
export function phaseFaults({ to, from, reason }: PhaseDraft, now: string): { id: string; text: string }[] {
  const faults: { id: string; text: string }[] = []
  const words = reason.trim()
  if (to === undefined) faults.push({ id: PHASE_TO_ID, text: t('phases.error.to') })
  if (from === undefined) faults.push({ id: PHASE_FROM_ID, text: t('phases.error.from') })
  else if (Date.parse(from) < Date.parse(now) - GRACE)
    faults.push({ id: PHASE_FROM_ID, text: t('phases.error.past') })
  if (words === '') faults.push({ id: PHASE_REASON_ID, text: t('phases.error.reason') })
  if (words.length > FREE_TEXT_MAX)
    faults.push({ id: PHASE_REASON_ID, text: t('refusals.field.length', { max: FREE_TEXT_MAX }) })
  return faults
}
