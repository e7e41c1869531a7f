// The hospitals abroad that a coordinator may choose beside R8's candidates, with the way there and what is promised.
// Called by match-view.ts; whether one may be asked is shared/abroad's, the same as in the offer's decision.
import { abroadStops } from '#shared/abroad/offer-abroad.ts'
import { destinationsAbroad } from '#shared/abroad/partner-row.ts'
import { roadAbroad } from '#shared/abroad/place-abroad.ts'
import { greatCircleKm } from '#shared/matching/distance.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { World } from '#shared/wire/decision.ts'
import type { AbroadChoice } from '#shared/wire/reads.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { heldAt } from '#server/store/reservations.ts'
import type { Db } from '#server/store/store.ts'

/** Null where abroad is closed or not for this request. */
export async function choicesAbroad(
  db: Db,
  facts: World,
  transfer: Transfer,
  now: string,
): Promise<AbroadChoice[] | null> {
  const from = hospital(transfer.from)
  const places = destinationsAbroad(rowsOfList(facts.register, 'partner')).map((place) => ({
    place,
    stops: abroadStops(transfer, place.id, facts, now),
  }))
  const isDeclined = (stops: readonly string[]) => stops.includes('declined-earlier')
  const asked = places.filter(({ stops }) => stops.length === 0 || (stops.length === 1 && isDeclined(stops)))
  if (from === undefined || asked.length === 0) return null
  const held = await heldAt(
    db,
    asked.map(({ place }) => place.id),
  )
  const choices = asked.map(({ place, stops }) => {
    const road = roadAbroad(transfer.from, place)
    return {
      ...place,
      taken: held.get(place.id) ?? 0,
      declined: isDeclined(stops),
      distanceKm: greatCircleKm(from, place),
      roadKm: road?.km ?? 0,
      minutes: { micu: road?.micuMinutes ?? 0, ambulance: road?.ambulanceMinutes ?? 0 },
    }
  })
  return choices.sort((a, b) => Number(a.declined) - Number(b.declined) || a.distanceKm - b.distanceKm)
}
