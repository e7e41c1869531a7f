// What a coordinator sees beside a request: R8's order with the figures it rests on, R7's shares, R3's criteria.
// Built from the rows of this moment with the shared rules. Called by server/http/transfers.ts.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { sumBeds } from '#shared/beds/sum-beds.ts'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { eligibilityOfTransfer } from '#shared/matching/decide-offer.ts'
import type { MatchInput } from '#shared/matching/match.ts'
import { matchInput } from '#shared/matching/match-facts.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { roadBetween } from '#shared/reference/distances.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { World } from '#shared/wire/decision.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { allBeds } from '#server/store/beds.ts'
import { allPhases } from '#server/store/phases.ts'
import { registerOf } from '#server/store/register.ts'
import { reservationsOf } from '#server/store/reservations.ts'
import type { Db } from '#server/store/store.ts'
import { loadPrivate } from '#server/store/transfers.ts'
import { choicesAbroad } from './abroad-choices.ts'

/** Null when the clinical part is gone: it was purged, and nobody searches any more. */
export async function matchView(db: Db, transfer: Transfer, now: string): Promise<MatchView | null> {
  const { clinical } = await loadPrivate(db, transfer.id)
  if (clinical === null) return null
  const beds = await allBeds(db)
  const facts: World = {
    transfer,
    clinical,
    contacts: null,
    reservation: null,
    reservations: await reservationsOf(db, transfer.id),
    ride: null,
    beds,
    activeRides: [],
    phases: await allPhases(db),
    register: await registerOf(db, ['exemption', 'key-set', 'abroad', 'partner']),
    alert: null,
  }
  const input = matchInput(transfer, clinical, facts, now)
  const match = matchHospitals(input)
  const rows = new Map(beds.filter(({ bed }) => bed === transfer.bed).map((row) => [row.hospital, row]))
  const eligibility = eligibilityOfTransfer(transfer, clinical, facts, now)
  return {
    phase: input.phase,
    level: match.level,
    coordinator: match.coordinator,
    error: match.error ?? null,
    candidates: match.candidates.flatMap((candidate) => {
      const row = rows.get(candidate.hospital)
      if (row === undefined) return []
      return [
        {
          ...candidate,
          group: hospital(candidate.hospital)?.group ?? '',
          roadKm: roadBetween(transfer.from, candidate.hospital)?.km ?? Math.round(candidate.distanceKm),
          beds: row,
          freshness: freeBeds({ ...row, now }).freshness,
        },
      ]
    }),
    excluded: match.excluded,
    abroad: match.error === undefined ? await choicesAbroad(db, facts, transfer, now) : null,
    share: sharesOf(input),
    eligibility,
    origin: originOf(beds, transfer, now),
    regionFree: regionFree(beds, transfer, now),
    at: now,
  }
}

/** As R8 was given them: the same keys, the same groups taking part. */
function sharesOf(input: MatchInput): MatchView['share'] {
  const { current } = input
  const { target, deficit } = fairShare(input)
  return Object.keys(target)
    .sort(byCodeUnit)
    .map((group) => ({
      group,
      present: current[group] ?? 0,
      target: target[group] ?? 0,
      deficit: deficit[group] ?? 0,
    }))
}

function originOf(beds: readonly Beds[], { from, bed }: Transfer, now: string): MatchView['origin'] {
  const row = beds.find(({ id }) => id === bedsId(from, bed))
  if (row === undefined) return null
  const { free, freeInclBoss } = freeBeds({ ...row, now })
  return { beds: row, free, freeInclBoss }
}

/** All hospitals of the origin's region together, the origin included. */
function regionFree(
  beds: readonly Beds[],
  { fromRegion, bed }: Transfer,
  now: string,
): MatchView['regionFree'] {
  const own = beds.filter((row) => row.region === fromRegion && row.bed === bed)
  const { free, freeInclBoss, reportedAt } = sumBeds(own, now)
  return { free, freeInclBoss, reportedAt: own.length === 0 ? null : reportedAt }
}
