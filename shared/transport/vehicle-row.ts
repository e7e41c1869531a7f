// What desks decide about the fleet, as lines of the register: what a vehicle is and whether it is out of service, and
// which extra MICU teams drive (plan 4.5.1.1: seven vehicles, at most fourteen). fleet-now.ts makes the fleet of them.
import type { Cylinder } from '#shared/reference/fleet.ts'
import type { Hours } from '#shared/reference/micu-centres.ts'
import type { VehicleKind } from '#shared/terms.ts'

export const OUTAGE_REASONS = ['defect', 'maintenance', 'cleaning', 'no-crew', 'other'] as const
export type OutageReason = (typeof OUTAGE_REASONS)[number]

/** `until` null: not known yet. Instants UTC. */
export type Outage = { from: string; until: string | null; reason: OutageReason }

/** What a desk may change of a vehicle. */
export type VehicleFacts = {
  kind: VehicleKind
  name: string
  /** MICU centre, RAV or carrier. */
  org: string
  /** Crew hours, local clock times of every day; null: around the clock. */
  hours: Hours | null
  oxygen: readonly Cylinder[]
  abilities: { readonly hfno: boolean; readonly isolation: boolean; readonly bariatric: boolean }
}

/** The newest line of a vehicle replaces what the reference says of it. */
export type VehicleRow = VehicleFacts & {
  id: string
  rev: number
  list: 'vehicle'
  vehicle: string
  out: Outage | null
  at: string
}

/** An extra MICU team for some days. `icBeds`: what its staff costs in IC beds; `db-lnaz` decides where it costs any. */
export type Team = {
  id: string
  rev: number
  list: 'team'
  centre: string
  from: string
  until: string
  icBeds: number
  decidedBy: string
  reason: string
  announcedAt: string
  over?: boolean
}

export const MAX_MICU = 14
export const isInForce = ({ from, until }: Pick<Team, 'from' | 'until'>, at: string): boolean =>
  from <= at && at < until
