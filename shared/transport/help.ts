// A MICU centre asks others for a vehicle, in the order of plan 4.5.2.1: neighbours, the nation, an extra team. One line
// of the register per move; each asked house answers, and the step has a clock. Nothing of the patient but the route.
import type { Membership } from '#shared/access/parties.ts'
import type { Kind } from '#shared/terms.ts'

/** After the own centre. */
export const HELP_STEPS = ['neighbours', 'nation', 'team'] as const
export type HelpStep = (typeof HELP_STEPS)[number]

/** `none`: the last step went by without a vehicle. `ended`: taken back, no longer needed, or planned. */
export const HELP_STATES = ['open', 'found', 'none', 'ended'] as const
export type HelpState = (typeof HELP_STATES)[number]

export const HELP_REFUSALS = ['no-vehicle', 'no-crew', 'needed-here', 'no-staff', 'other'] as const
export type HelpRefusal = (typeof HELP_REFUSALS)[number]

/** Why the own centre cannot drive it itself. */
export const OWN_REASONS = ['taken', 'out', 'hours'] as const
export type OwnReason = (typeof OWN_REASONS)[number]

/** One house that was asked. Instants UTC. */
export type HelpAsk = {
  step: HelpStep
  /** A MICU centre, or the body that decides on teams which cost IC beds. */
  org: string
  at: string
  answer: 'yes' | 'no' | null
  reason: HelpRefusal | null
  vehicle: string | null
  /** When it can leave with the patient. */
  departAt: string | null
  answeredAt: string | null
}

export type Help = {
  id: string
  rev: number
  list: 'help'
  transfer: string
  /** The centre that asks. */
  by: string
  kind: Kind
  from: string
  fromRegion: string
  to: string
  departAt: string
  own: { reason: OwnReason; until: string | null }
  state: HelpState
  step: HelpStep
  /** When it goes on to the next step by itself; null: it does not. */
  dueAt: string | null
  asks: HelpAsk[]
  askedAt: string
  over?: boolean
}

/** Minutes in which a step's houses answer (own, settings). */
export const HELP_MINUTES: Record<HelpStep, Record<Kind, number>> = {
  neighbours: { urgent: 10, planned: 30 },
  nation: { urgent: 10, planned: 30 },
  team: { urgent: 30, planned: 120 },
}

/** The promise, where there is one. */
export const promiseOf = ({ asks }: Pick<Help, 'asks'>): HelpAsk | undefined =>
  asks.find(({ answer }) => answer === 'yes')

/** A centre is asked once for its vehicle and once for a team: the newest counts. */
export const askOf = ({ asks }: Pick<Help, 'asks'>, org: string): HelpAsk | undefined =>
  asks.findLast((ask) => ask.org === org)

/** What of it this membership may answer now. */
export function openAskOf(
  help: Pick<Help, 'asks' | 'state'>,
  { role, org }: Membership,
): HelpAsk | undefined {
  if (help.state !== 'open' || (role !== 'transport-desk' && role !== 'secretary')) return undefined
  const ask = askOf(help, org)
  return ask?.answer === null ? ask : undefined
}

/** Whether it asks one of these for an answer now; a deputy hears it with the first. */
export const asksForAnswer = (help: Pick<Help, 'asks' | 'state'>, held: readonly Membership[]): boolean =>
  held.some((membership) => openAskOf(help, membership) !== undefined)

/** Who may know of it: who asks and who is asked, the origin's RCPS, and from the nation's step on the LCPS. */
export function helpAudience({ by, asks, fromRegion, step }: Help): string[] {
  const houses = asks.map(({ org }) => (org.startsWith('micu-') ? `desk:${org}` : `body:${org}`))
  const nation = step === 'neighbours' ? [] : ['lcps']
  return [...new Set([`desk:${by}`, ...houses, `rcps:${fromRegion}`, ...nation])]
}
