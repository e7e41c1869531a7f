// Which transport desks become parties when a transfer is offered: those whose vehicles may carry it (R4; plan 4.5.1.1:
// own MICU centre first). Called by shared/matching when an offer is made.
import { greatCircleKm } from '#shared/matching/distance.ts'
import { carriers } from '#shared/reference/fleet.ts'
import { type Hospital, hospital } from '#shared/reference/hospitals.ts'
import { micuCentres, micuCentresServing } from '#shared/reference/micu-centres.ts'
import { safetyRegion } from '#shared/reference/safety-regions.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { rankVehicles } from './rank-vehicles.ts'
import type { VehicleChoice } from './vehicle-facts.ts'

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

type Carried = Pick<Clinical, 'support' | 'escort' | 'escortBy'>

/** What may carry this patient if one of each were free: a desk is asked for what its vehicles are, not for what they do now. */
function choicesFor({ bed }: Pick<Transfer, 'bed'>, { support, escort, escortBy }: Carried): VehicleChoice[] {
  const indicated = escort === undefined ? null : { indicatedBy: escortBy ?? 'other' }
  const trip = {
    bed,
    support,
    distanceKm: 0,
    phase: '1a',
    fleet: { micu: 1, ambulance: 1, 'ambulance-plus': 1 },
  } as const
  const { allowed } = rankVehicles({ ...trip, escort: indicated })
  if (allowed.length > 0) return allowed
  // An IC patient on HFNO without an escort: who could drive with one hears of it, and asks.
  return rankVehicles({ ...trip, escort: { indicatedBy: 'intensivist' } }).allowed
}

/**
 * Organisation ids, the one that plans by default first: who has the ambulance+ for HFNO, the MICU centre for IC, the
 * sending RAV for the ward; none whose vehicles may not carry this patient (R4). Where none may, the sending RAV: somebody
 * has to say so.
 */
export function desksFor(transfer: Pick<Transfer, 'from' | 'bed'>, to: string, clinical: Carried): string[] {
  const from = hospital(transfer.from)
  const destination = hospital(to)
  if (from === undefined) return []
  // Abroad there is no receiving RAV.
  const ravs = [from, ...(destination ? [destination] : [])].flatMap(
    ({ safetyRegion: code }) => safetyRegion(code)?.rav.id ?? [],
  )
  const choices = choicesFor(transfer, clinical)
  const desks = [
    ...(choices.includes('ambulance-plus') ? carriers.map(({ id }) => id) : []),
    ...(choices.includes('micu') ? micuCentreFor(from) : []),
    ...(choices.includes('ambulance') || choices.includes('ambulance-escorted') ? ravs : []),
  ]
  return [...new Set(desks.length === 0 ? ravs.slice(0, 1) : desks)]
}
