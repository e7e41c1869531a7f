// What desks did to the fleet before the demo's morning: vehicles out of service, and an extra MICU team by decision.
// Called by seed.ts; invented, on vehicles that the morning does not plan.
import { vehicle as vehicleOf } from '#shared/reference/fleet.ts'
import type { Outage, Team, VehicleRow } from '#shared/transport/vehicle-row.ts'

/** An hour on Amsterdam's clock, so many days from today. */
type Clock = (day: number, hour: number) => string

const id = (nr: number): string => `c3d1f0a4-2b6e-4a8d-8c5f-00000000000${nr}`

export function demoFleet(at: Clock): (VehicleRow | Team)[] {
  const team: Team = {
    id: id(9),
    rev: 1,
    list: 'team',
    centre: 'micu-erasmus-mc',
    from: at(0, 0),
    until: at(4, 23),
    icBeds: 2,
    decidedBy: 'db-lnaz',
    reason: 'Voorbeeld: Zuidwest vraagt twee dagen op rij om hulp.',
    announcedAt: at(-1, 15),
  }
  return [
    team,
    ...out(1, 'amb-vr09-4', { from: at(-1, 16), until: at(1, 8), reason: 'maintenance' }),
    ...out(2, 'amb-vr11-4', { from: at(0, 6), until: null, reason: 'no-crew' }),
    ...out(3, 'amb-vr25-4', { from: at(0, 7), until: null, reason: 'defect' }),
  ]
}

/** Its line says all of it, like every change. */
function out(nr: number, vehicle: string, outage: Outage): VehicleRow[] {
  const known = vehicleOf(vehicle)
  if (known === undefined) return []
  const { kind, name, org, hours, oxygen, abilities } = known
  const facts = { kind, name, org, hours, oxygen, abilities }
  return [{ id: id(nr), rev: 1, list: 'vehicle', vehicle, ...facts, out: outage, at: outage.from }]
}
