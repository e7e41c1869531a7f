import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { DEPART_ID, WINDOW_REASON_ID } from '#web/pieces/rides/ride-window.tsx'

import { ANYWAY_ID, asksAnyway } from './indication-anyway.tsx'
import { VEHICLE_ID } from './vehicle-choice.tsx'
import { isOutside } from './window-words.ts'

export const GMS_ID = 'ride-gms'

/** A plan while it is being made. */
export type PlanDraft = {
  vehicle?: string
  /** R4's word the vehicle was chosen under. */
  choice?: string
  departAt?: string
  windowReason: string
  gms: string
  indicationReason?: string
}

export const emptyPlan = (): PlanDraft => ({ windowReason: '', gms: '' })

const GMS = /^[A-Za-z0-9-]{1,20}$/
const GRACE = 5 * 60_000

type Planned = Pick<Transfer, 'window' | 'indication' | 'reservation'>
export type PlanFault = { id: string; text: string }

/** What still stands in the way of planning, in the order of the form. */
export function planFaults(draft: PlanDraft, transfer: Planned, now: string): PlanFault[] {
  const { window } = transfer
  const faults: PlanFault[] = []
  const { departAt } = draft
  if (departAt === undefined) faults.push({ id: DEPART_ID, text: t('transport.error.depart') })
  else if (toMs(departAt) < toMs(now) - GRACE) faults.push({ id: DEPART_ID, text: t('refusals.time.past') })
  const reason = draft.windowReason.trim()
  if (departAt !== undefined && window !== null && isOutside(departAt, window) && reason === '')
    faults.push({ id: WINDOW_REASON_ID, text: t('transport.error.reason') })
  if (reason.length > FREE_TEXT_MAX)
    faults.push({ id: WINDOW_REASON_ID, text: t('refusals.field.length', { max: FREE_TEXT_MAX }) })
  if (draft.vehicle === undefined) faults.push({ id: VEHICLE_ID, text: t('transport.error.vehicle') })
  if (draft.gms.trim() !== '' && !GMS.test(draft.gms.trim()))
    faults.push({ id: GMS_ID, text: t('transport.error.gms') })
  if (asksAnyway(transfer) && (draft.indicationReason ?? '').trim() === '')
    faults.push({ id: ANYWAY_ID, text: t('transport.indication.anywayMissing') })
  return faults
}
