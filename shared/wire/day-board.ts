// What the day board's GETs answer: vehicles, what they drive, what waits for one; and the best filling of the day.
// server/http/day-board.ts fills them, web/state/day-board.ts reads them.
import type { Hours } from '#shared/reference/micu-centres.ts'
import type { RideState } from '#shared/rides/ride.ts'
import type { Bed, Kind, VehicleKind } from '#shared/terms.ts'
import type { Window } from '#shared/transfers/transfer.ts'
import type { Outage } from '#shared/transport/vehicle-row.ts'

export const BOARD_SCOPES = ['own', 'nation'] as const
export type BoardScope = (typeof BOARD_SCOPES)[number]

export type BoardVehicle = {
  id: string
  kind: VehicleKind
  name: string
  org: string
  hours: Hours | null
  out: Outage | null
  /** Drives by decision on an extra team. */
  extra: boolean
}

/** A ride on the board. Of a transfer that this person may not know of, only that the vehicle is held. */
export type BoardRide = {
  id: string
  vehicle: string
  transfer: string | null
  code: string | null
  from: string | null
  to: string | null
  /** Of a hospital abroad. */
  toAt?: { lat: number; lon: number }
  state: RideState
  departAt: string
  /** When the vehicle is held, the drive with the patient within it: from `departAt` to `arriveAt`. */
  heldFrom: string
  arriveAt: string
  heldUntil: string
  outsideWindow: boolean
  outsideShift: boolean
  window: Window | null
  /** Planned by one of this person's desks and not yet accepted by its crew: what it takes to move it. */
  move: BoardMove | null
  /** Begins where the vehicle's ride before it ends, or near: one chain. */
  chained: boolean
}

/** A confirmed move, of this person's desks: without a ride, or with one that may be moved. */
export type BoardMove = {
  transfer: string
  code: string
  from: string
  to: string
  toAt?: { lat: number; lon: number }
  bed: Bed
  kind: Kind
  window: Window | null
  readyFrom: string
  minutes: { micu: number; ambulance: number }
  roadKm: number
  /** Vehicles that may carry this patient (R4, what it needs), R4's best kind first. */
  fits: { vehicle: string; rank: number; escorted: boolean }[]
}

/** GET /api/day-board?day=2026-11-22&scope=own|nation (transport desks, coordinators). Instants UTC. */
export type DayBoard = {
  at: string
  day: string
  from: string
  until: string
  scope: BoardScope
  /** Minutes kept free after a planned ride, for urgent ones (setting). */
  slackMinutes: number
  /** Local hour at which tomorrow is planned (setting). */
  planHour: number
  vehicles: BoardVehicle[]
  rides: BoardRide[]
  waiting: BoardMove[]
}

export type FillSums = { placed: number; urgent: number; emptyKm: number; emptyMinutes: number }

/** GET /api/day-board/suggestion?day=2026-11-22 (transport desks): how to drive what waits. The planner decides. */
export type DaySuggestion = {
  at: string
  day: string
  rides: {
    transfer: string
    code: string
    vehicle: string
    escorted: boolean
    departAt: string
    emptyKm: number
    /** Begins where the vehicle's ride before it ends, or near: the way back is not driven empty. */
    chained: boolean
  }[]
  /** Codes that no vehicle can drive within their window. */
  left: string[]
  sums: FillSums
  /** The same moves, each to the vehicle that drives the least empty, the most urgent first. */
  byHand: FillSums
  /** Proven: no filling is better. */
  optimal: boolean
  /** So many kilometres better could one be, at most; a ride more counts 2000. null: not known. */
  gapKm: number | null
  ms: number
}
