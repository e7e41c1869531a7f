// HFNO rides in an ambulance+ only: how many are free now, or when and where the first one frees. Asked for while a
// request is being filed (server/http/hfno.ts) and beside a move (transport-view.ts). Says nothing of any patient.
import type { Ride } from '#shared/rides/ride.ts'
import { heldUntil, holdsVehicle } from '#shared/rides/ride-span.ts'
import { type FleetLines, fleetInService } from '#shared/transport/fleet-now.ts'
import type { HfnoView } from '#shared/wire/reads.ts'
import { phoneLinesOf } from '#server/store/phone-lines.ts'
import { registerOf } from '#server/store/register.ts'
import { activeRides } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'

export async function hfnoView(db: Db, now: string): Promise<HfnoView> {
  const view = hfnoAt(await activeRides(db), now, await registerOf(db, ['vehicle', 'team']))
  return { ...view, next: await withLine(db, view.next) }
}

/** With whom to call about it: the desk of the house that drives it. */
export async function withLine(db: Db, next: HfnoView['next']): Promise<HfnoView['next']> {
  if (next === null) return null
  const [line] = await phoneLinesOf(db, [{ org: next.org, role: 'transport-desk' }])
  return line === undefined ? next : { ...next, phone: line.phone }
}

/** `next` is null while one is free. */
export function hfnoAt(rides: readonly Ride[], at: string, lines: FleetLines = []): HfnoView {
  const plus = fleetInService(lines, at).filter(({ kind }) => kind === 'ambulance-plus')
  const taken = plus.flatMap(({ id, org }) => {
    const ride = rides.find((one) => one.vehicle === id && holdsVehicle(one, at))
    return ride === undefined ? [] : [{ vehicle: id, org, freeFrom: heldUntil(ride) }]
  })
  const [next] = taken.sort((a, b) => (a.freeFrom < b.freeFrom ? -1 : 1))
  return { free: plus.length - taken.length, next: taken.length < plus.length ? null : (next ?? null), at }
}
