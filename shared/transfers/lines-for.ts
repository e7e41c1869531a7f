// Whose phone lines belong with a transfer: who searches, always; its other parties once their lines may be read.
// Called by server/http/transfers.ts.
import { LCPS_ORG } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import type { Transfer } from './transfer.ts'

export type LineOf = { org: string; role: Role }
/** In TransferDetail. */
export type OrgLine = LineOf & { phone: string }

export function linesFor(transfer: Transfer, mayReadContacts: boolean): LineOf[] {
  const { fromRegion, to, toRegion, desks } = transfer
  const coordinators: LineOf[] = [
    { org: fromRegion, role: 'rcps' },
    { org: LCPS_ORG, role: 'lcps' },
  ]
  if (!mayReadContacts) return coordinators
  return [
    ...coordinators,
    ...(to === null ? [] : [{ org: to, role: 'bed-desk' } as const]),
    ...(toRegion === null || toRegion === fromRegion ? [] : [{ org: toRegion, role: 'rcps' } as const]),
    ...desks.map((org) => ({ org, role: 'transport-desk' }) as const),
  ]
}
