// Which transfers a stream tells its viewer of: recorded once per person, transfer and session, before they are told.
// Used by live.ts.
import type { Person } from '#shared/access/parties.ts'
import type { Via } from '#shared/record/act.ts'
import { deliveryAct } from '#shared/record/acts.ts'
import { isOfTransfer } from '#shared/wire/event.ts'
import type { Changed } from '#server/store/changed.ts'
import { saveActs } from '#server/store/record.ts'
import type { Db } from '#server/store/store.ts'
import { transfersById } from '#server/store/transfers.ts'
import { framesFor, type Listener } from './listener.ts'
import type { Prepared } from './prepare.ts'

/** `recorded`: the transfers that this stream recorded already; most streams tell of none for long. */
export type Reader = { person: Person; via: Via; recorded: Set<string> | null }
export type Delivery = { reader: Reader; transfer: string }

/** What of these news this viewer is told for the first time; that something went out of sight tells nothing. */
export function newFor({ reader, keys, at }: Listener, news: readonly Prepared[]): Delivery[] {
  const told = news.filter(
    (one) =>
      one.seq > at.seq && one.transfer !== null && framesFor(keys, one).some((frame) => !isGone(one, frame)),
  )
  return firsts(
    reader,
    told.flatMap(({ transfer }) => transfer ?? []),
  )
}

const isGone = ({ shifts }: Prepared, frame: Buffer): boolean => shifts.some(({ gone }) => gone === frame)

/** Whole rows that bring a viewer up to date. */
export const newRows = ({ reader }: Listener, { rows }: Changed): Delivery[] =>
  firsts(
    reader,
    rows.flatMap(({ subject, id, row }) => {
      if (subject === 'transfer') return id
      return isOfTransfer(subject) ? (JSON.parse(row) as { transfer: string }).transfer : []
    }),
  )

const firsts = (reader: Reader, transfers: readonly string[]): Delivery[] =>
  [...new Set(transfers)]
    .filter((transfer) => reader.recorded?.has(transfer) !== true)
    .map((transfer) => ({ reader, transfer }))

/** A transfer that is not there any more leaves no row to tell of either. */
export async function recordDeliveries(db: Db, at: string, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return
  const known = await transfersById(db, [...new Set(deliveries.map(({ transfer }) => transfer))])
  await saveActs(
    db,
    deliveries.flatMap(({ reader: { person, via }, transfer: id }) => {
      const transfer = known.get(id)
      return transfer === undefined ? [] : [deliveryAct({ at, person, via }, transfer)]
    }),
  )
  for (const { reader, transfer } of deliveries) {
    reader.recorded ??= new Set()
    reader.recorded.add(transfer)
  }
}
