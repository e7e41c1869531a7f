import { partiesOf, type Person } from '#shared/access/parties.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { partUsed } from '#shared/transfers/turn.ts'

/** The views of the queue: what waits for this coordinator, and what waits for another. */
export const QUEUE_VIEWS = ['all', 'verify', 'match', 'offered', 'handed-over', 'on-hold'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]
export type QueueFilter = { bed?: string | undefined; kind?: string | undefined }

/** In which view a transfer stands for this person; undefined: it is past matching, or none of this person's. */
export function viewOf(transfer: Transfer, person: Person): Exclude<QueueView, 'all'> | undefined {
  const parties = person.memberships.flatMap((membership) => partiesOf(membership, transfer))
  const searches = parties.includes('coordinator')
  if (!searches && !parties.includes('origin-rcps')) return undefined
  switch (transfer.state) {
    case 'submitted':
    case 'verifying':
      return 'verify'
    case 'matching':
      return searches ? 'match' : 'handed-over'
    case 'offered':
      return searches ? 'offered' : 'handed-over'
    case 'on-hold':
      return 'on-hold'
    default:
      return undefined
  }
}

const passes = (transfer: Transfer, { bed, kind }: QueueFilter): boolean =>
  (bed === undefined || transfer.bed === bed) && (kind === undefined || transfer.kind === kind)

const pressure = (transfer: Transfer, now: string): number => partUsed(actsNow(transfer, null), now)

export type Queue = Record<QueueView, Transfer[]>

/** Every view's transfers, the one that presses most first. */
export function queueOf(
  transfers: readonly Transfer[],
  person: Person,
  filter: QueueFilter,
  now: string,
): Queue {
  const queue: Queue = { all: [], verify: [], match: [], offered: [], 'handed-over': [], 'on-hold': [] }
  const sorted = transfers
    .filter((transfer) => passes(transfer, filter))
    .sort((a, b) => pressure(b, now) - pressure(a, now) || a.since.localeCompare(b.since))
  for (const transfer of sorted) {
    const view = viewOf(transfer, person)
    if (view === undefined) continue
    queue[view].push(transfer)
    queue.all.push(transfer)
  }
  return queue
}
