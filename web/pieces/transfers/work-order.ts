import type { Person } from '#shared/access/parties.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { type ActsNow, actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen } from '#shared/transfers/transfer.ts'
import { isMyTurn, partUsed } from '#shared/transfers/turn.ts'

import type { TransferFacts } from './transfer-cells.tsx'

type ShownTransfer = TransferFacts['transfer']

export type WorkItem = {
  transfer: ShownTransfer
  ride: Ride | null
  acts: ActsNow
  /** Where it opens, the best first; the last is always there. */
  hrefs: string[]
}
export type Work = { mine: WorkItem[]; running: WorkItem[]; ended: WorkItem[] }

/** What waits for me (most of its time used first), what runs (longest at rest first), what ended (latest first). */
export function workOf(
  transfers: readonly ShownTransfer[],
  rides: readonly Ride[],
  person: Person,
  now: string,
): Work {
  const ridesById = new Map(rides.map((ride) => [ride.id, ride]))
  const work: Work = { mine: [], running: [], ended: [] }
  for (const transfer of transfers) {
    const ride = (transfer.ride === null ? undefined : ridesById.get(transfer.ride)) ?? null
    const acts = actsNow(transfer, ride)
    const mine = isMyTurn(acts, person.memberships) && !isClaimedByOther(transfer, person)
    const item = { transfer, ride, acts, hrefs: hrefsOf(transfer, acts, mine) }
    if (!isOpen(transfer)) work.ended.push(item)
    else if (mine) work.mine.push(item)
    else work.running.push(item)
  }
  work.mine.sort((a, b) => partUsed(b.acts, now) - partUsed(a.acts, now) || bySince(a, b))
  work.running.sort(bySince)
  work.ended.sort((a, b) => bySince(b, a))
  return work
}

/** A colleague at the same desk took it: it runs, it does not wait for me. */
const isClaimedByOther = ({ claim, state }: ShownTransfer, { id }: Person): boolean =>
  claim !== null && claim.person !== id && (state === 'verifying' || state === 'matching')

const bySince = (a: WorkItem, b: WorkItem): number =>
  Date.parse(a.acts.since) - Date.parse(b.acts.since) || (a.transfer.id < b.transfer.id ? -1 : 1)

/** The screen where the act is done, then the transfer itself. */
function hrefsOf(transfer: ShownTransfer, acts: ActsNow, mine: boolean): string[] {
  const own = `/aanvragen/${transfer.id}`
  if (!mine) return [own]
  switch (acts.act) {
    case 'verify':
    case 'match':
      return [`/matchen/${transfer.id}`, own]
    case 'acknowledge':
    case 'confirm':
      // A hospital abroad is answered for where it was asked.
      return [`/aanbod/${transfer.reservation}`, `/matchen/${transfer.id}`, own]
    case 'plan':
      return [`/vervoer/${transfer.id}`, own]
    default:
      return acts.who === 'crew' ? [`/rit/${transfer.ride}`, '/rit', own] : [own]
  }
}
