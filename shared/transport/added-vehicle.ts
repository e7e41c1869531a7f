// Vehicles that a house adds to those of the reference: of which kinds, and by what id. Called by decide-fleet, by the
// closed list of places where a crew can work, and by the fleet screen.
import type { VehicleKind } from '#shared/terms.ts'

/** A MICU drives by a team's decision (decide-team), and helicopters are in the reference, all of them. */
export const ADDED_KINDS = ['ambulance', 'ambulance-plus', 'bus'] as const satisfies readonly VehicleKind[]

const ADDED = /^(.+)-x([0-9a-f]{4})$/

/** The id of a vehicle that a house adds, made of that of its line: two who add one at once add two. */
export const addedVehicleId = (house: string, entry: string): string => `${house}-x${entry.slice(0, 4)}`

/** The house it was added by; undefined for one of the reference. */
export const houseOfAdded = (id: string): string | undefined => ADDED.exec(id)?.[1]

/** What tells it from the others of its house. */
export const markOfAdded = (id: string): string => ADDED.exec(id)?.[2] ?? ''
