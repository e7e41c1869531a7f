// R8: the order of the candidates, within a region and over the nation (plan 2.2.3, 4.2; within a region: own).
// Called by rank-hospitals.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import type { Candidate, MatchHospital, MatchInput } from './match.ts'

export type Contender = { hospital: MatchHospital; candidate: Candidate }
export type CandidateOrder = (a: Contender, b: Contender) => number

const bySafetyBeds: CandidateOrder = (a, b) => Number(a.candidate.usesBoss) - Number(b.candidate.usesBoss)
const byFreeBeds: CandidateOrder = (a, b) => b.candidate.free - a.candidate.free
const byDistance: CandidateOrder = (a, b) => a.candidate.distanceKm - b.candidate.distanceKm
const byId: CandidateOrder = (a, b) => byCodeUnit(a.hospital.id, b.hospital.id)

/** Not needing a safety bed, then more free beds, then nearer, then id. */
export const withinRegion: CandidateOrder = (a, b) =>
  bySafetyBeds(a, b) || byFreeBeds(a, b) || byDistance(a, b) || byId(a, b)

const nearestFirst: CandidateOrder = (a, b) => bySafetyBeds(a, b) || byDistance(a, b) || byId(a, b)

/** Spreading follows the fair share until phase 3; any other purpose goes near. */
export function overTheNation(input: MatchInput): CandidateOrder {
  if (input.request.purpose !== 'spreading') return nearestFirst
  if (input.phase === '3') return withinRegion
  const groups = fairShare(input).order
  const ranks = new Map(groups.map((group, rank) => [group, rank]))
  // A group without a key comes last.
  const rankOf = ({ hospital }: Contender): number => ranks.get(hospital.group) ?? groups.length
  return (a, b) => bySafetyBeds(a, b) || rankOf(a) - rankOf(b) || withinRegion(a, b)
}
