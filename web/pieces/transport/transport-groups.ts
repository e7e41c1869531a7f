import { isActive, type Ride } from '#shared/rides/ride.ts'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { minutesSince } from '#shared/transfers/turn.ts'

/** What a transport desk looks after; `plan` is its own turn, `others` another desk's that may ask for help. */
export const TRANSPORT_GROUPS = ['plan', 'others', 'driving', 'planned', 'coming', 'held'] as const
export type TransportGroup = (typeof TRANSPORT_GROUPS)[number]

type Pending = { pending?: true | undefined }
/** A move on the board: a transfer, its ride, or (a vehicle lent to another desk) the ride alone. */
export type Move = { id: string; transfer: (Transfer & Pending) | null; ride: (Ride & Pending) | null }

const DRIVING: readonly Ride['state'][] = [
  'en-route',
  'at-origin',
  'departed',
  'at-destination',
  'handed-over',
]

/** Each move in its group, most pressing first. `desks`: the organisations this person plans for. */
export function groupMoves(
  transfers: readonly (Transfer & Pending)[],
  rides: readonly (Ride & Pending)[],
  desks: readonly string[],
  now: string,
): Record<TransportGroup, Move[]> {
  const groups: Record<TransportGroup, Move[]> = {
    plan: [],
    others: [],
    driving: [],
    planned: [],
    coming: [],
    held: [],
  }
  const active = rides.filter(isActive)
  for (const transfer of transfers) {
    const group = groupOf(transfer, active, desks)
    if (group !== null) groups[group].push({ id: transfer.id, transfer, ride: null })
  }
  const known = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  for (const ride of active) {
    const move = { id: ride.transfer, transfer: known.get(ride.transfer) ?? null, ride }
    groups[DRIVING.includes(ride.state) ? 'driving' : 'planned'].push(move)
  }
  for (const group of ['plan', 'others'] as const)
    groups[group].sort((a, b) => pressure(b, now) - pressure(a, now))
  groups.planned.sort((a, b) => (a.ride?.departAt ?? '').localeCompare(b.ride?.departAt ?? ''))
  groups.driving.sort((a, b) => (a.ride?.since ?? '').localeCompare(b.ride?.since ?? ''))
  groups.coming.sort((a, b) => (a.transfer?.since ?? '').localeCompare(b.transfer?.since ?? ''))
  return groups
}

/** A transfer with a ride on the road is listed by its ride. */
function groupOf(
  transfer: Transfer,
  active: readonly Ride[],
  desks: readonly string[],
): TransportGroup | null {
  if (active.some((ride) => ride.transfer === transfer.id)) return null
  if (transfer.state === 'offered') return 'coming'
  if (transfer.state === 'on-hold') return 'held'
  if (transfer.state !== 'reserved') return null
  const first = transfer.desks[0]
  return first === undefined || desks.includes(first) ? 'plan' : 'others'
}

/** How much of the planning limit is spent; over 1 is too late. */
export const pressure = ({ transfer }: Move, now: string): number =>
  transfer === null ? 0 : minutesSince(transfer.since, now) / (transfer.limit ?? LIMITS.plan[transfer.kind])
