// Where a transfer goes that goes abroad: written on its row and its ride, so that whoever carries it out needs no list
// of partners. The road there is an estimate over the great circle. Called by offers, R4's facts and the rides.
import { greatCircleKm } from '#shared/matching/distance.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Destination } from './partner-row.ts'

export type PlaceAbroad = Pick<Destination, 'name' | 'city' | 'country' | 'lat' | 'lon' | 'nearBorder'>

export const placeOf = ({ name, city, country, lat, lon, nearBorder }: Destination): PlaceAbroad => ({
  ...{ name, city, country, lat, lon, nearBorder },
})

/** Medians of the road table's 3 265 pairs of 50 to 250 km: km over great circle, minutes over km. */
const DETOUR = 1.28
const MICU_MINUTES = 0.8
const AMBULANCE_MINUTES = 0.68

type Spot = { lat: number; lon: number }
type Road = { km: number; micuMinutes: number; ambulanceMinutes: number }

/** Whole km and minutes between a hospital here and a place abroad; undefined for a hospital that is not known. */
export function roadAbroad(from: string, to: Spot): Road | undefined {
  const here = hospital(from)
  if (here === undefined) return undefined
  const km = Math.round(greatCircleKm(here, to) * DETOUR)
  return {
    km,
    micuMinutes: Math.round(km * MICU_MINUTES),
    ambulanceMinutes: Math.round(km * AMBULANCE_MINUTES),
  }
}
