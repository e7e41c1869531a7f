// Which transport desks become parties when a transfer is offered (plan 4.5.1.1: own MICU centre first).
import { greatCircleKm } from '#shared/matching/distance.ts'
import { carriers } from '#shared/reference/fleet.ts'
import { type Hospital, hospital } from '#shared/reference/hospitals.ts'
import { micuCentres, micuCentresServing } from '#shared/reference/micu-centres.ts'
import { safetyRegion } from '#shared/reference/safety-regions.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { isHfno } from '#shared/transfers/request-facts.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'

/** The centre that serves the region; where none does (Noord-Brabant) the nearest. */
function micuCentreFor(from: Hospital): string[] {
  const serving = micuCentresServing(from.region)
  if (serving.length > 0) return serving.map(({ id }) => id)
  const byDistance = micuCentres
    .map(({ id, hospital: at }) => ({ id, place: hospital(at) }))
    .flatMap(({ id, place }) => (place ? [{ id, km: greatCircleKm(from, place) }] : []))
    .sort((a, b) => a.km - b.km)
  return byDistance.slice(0, 1).map(({ id }) => id)
}

/** Organisation ids, the one that plans by default first: MICU centre for IC, the sending RAV for the ward. */
export function desksFor(
  transfer: Pick<Transfer, 'from' | 'bed'>,
  to: string,
  clinical: Pick<Clinical, 'support' | 'escort'>,
): string[] {
  const from = hospital(transfer.from)
  const destination = hospital(to)
  if (from === undefined || destination === undefined) return []
  const ravs = [from, destination].flatMap(({ safetyRegion: code }) => safetyRegion(code)?.rav.id ?? [])
  const desks: string[] = isHfno(clinical) ? carriers.map(({ id }) => id) : []
  if (transfer.bed === 'ic') {
    desks.push(...micuCentreFor(from))
    if (clinical.escort !== undefined) desks.push(...ravs)
  } else {
    desks.push(...ravs)
  }
  return [...new Set(desks)]
}
