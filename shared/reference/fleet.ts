// The vehicles: seven MICUs and helicopter LL5 are real, every other one is fictional.
// Read by the server's seed, transport and the day board. LL1–LL4 and the Waddenheli are never in it (R4).
import type { VehicleKind } from '#shared/terms.ts'
import data from './fleet.json' with { type: 'json' }
import type { Hours } from './micu-centres.ts'

export interface Cylinder {
  readonly litres: number
  /** Usable pressure, gauge − 10 (R10). */
  readonly bar: number
}

export interface Vehicle {
  readonly id: string
  readonly kind: VehicleKind
  /** The call sign people see. */
  readonly name: string
  /** Id of a MICU centre, a RAV or a carrier. */
  readonly org: string
  readonly lat: number
  readonly lon: number
  /** null: not published. */
  readonly hours: Hours | null
  /** An invented load-out, also on the real vehicles. */
  readonly oxygen: readonly Cylinder[]
  readonly abilities: { readonly hfno: boolean; readonly isolation: boolean; readonly bariatric: boolean }
  readonly fictional: boolean
}

/** An organisation that drives without being a RAV or a MICU centre. */
export interface Carrier {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly lat: number
  readonly lon: number
  readonly fictional: boolean
}

export const carriers: readonly Carrier[] = data.carriers
// JSON gives `kind` as a string; checkReference holds it to the closed list at start.
export const fleet = data.vehicles as readonly Vehicle[]

const byId = new Map(fleet.map((vehicle) => [vehicle.id, vehicle]))

export const vehicle = (id: string): Vehicle | undefined => byId.get(id)
export const vehiclesOf = (org: string): readonly Vehicle[] => fleet.filter((vehicle) => vehicle.org === org)
