import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

export type Offer = { reservation: Reservation; transfer: Transfer | undefined }
export type Offers = { open: Offer[]; coming: Offer[]; past: Offer[] }

const byOfferedAt = (a: Offer, b: Offer) => a.reservation.offeredAt.localeCompare(b.reservation.offeredAt)
const bySince = (a: Offer, b: Offer) => b.reservation.since.localeCompare(a.reservation.since)

/** Unseen first, then unanswered, then what waits for the coordinator. */
const stage = ({ acknowledgedAt, counterFrom }: Reservation): number =>
  acknowledgedAt === null ? 0 : counterFrom === null ? 1 : 2

/** Another region asks a hospital of one of these: its RCPS looks along and may move the offer (plan 4.2). */
export const isAskedOf = (
  regions: readonly string[],
  { region }: Pick<Reservation, 'region'>,
  transfer: Pick<Transfer, 'fromRegion'> | undefined,
): boolean => regions.includes(region) && transfer !== undefined && transfer.fromRegion !== region

/** Offers to answer, patients to come, and own answers of before. */
export function offersOf(reservations: readonly Reservation[], transfers: readonly Transfer[]): Offers {
  const rows = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  const offers: Offers = { open: [], coming: [], past: [] }
  for (const reservation of reservations) {
    const offer = { reservation, transfer: rows.get(reservation.transfer) }
    if (reservation.state === 'offered') offers.open.push(offer)
    else if (reservation.state === 'confirmed') offers.coming.push(offer)
    else offers.past.push(offer)
  }
  offers.open.sort((a, b) => stage(a.reservation) - stage(b.reservation) || byOfferedAt(a, b))
  offers.coming.sort(byOfferedAt)
  offers.past.sort(bySince)
  return offers
}
