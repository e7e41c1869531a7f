// R9: why each request goes where it goes, or nowhere: what stops every other hospital. Called by the plan's screen,
// which says it in words. It explains any plan, one that was changed by hand too.
import { type Capacity, freeBeds } from '#shared/beds/capacity.ts'
import { greatCircleKm } from './distance.ts'
import type { Candidate, ExclusionReason, MatchHospital, MatchRequest } from './match.ts'
import { type Assignment, nationalMatch, type PlanInput } from './plan.ts'
import { groupGains, type Move, movesOf } from './plan-objective.ts'
import { deviationUnits, type PlanShares, planShares } from './plan-shares.ts'
import { matchHospitals } from './rank-hospitals.ts'

/** What stops one of R8's candidates, the other assignments being what they are. */
export const PLAN_STOPS = [
  /** Urgent requests take beds that this planned one could have had. */
  'taken-by-urgent',
  /** Other requests take every bed that this one may use. */
  'used-up',
  /** What is left are safety beds, which a planned request never takes. */
  'only-boss-left',
  /** It has a bed, but going there brings the groups farther from their shares. */
  'fair-share',
  /** It has a bed, but lies farther away. */
  'farther',
  /** It has a bed and would be as good. */
  'as-good',
  /** It has a bed and would be better: the plan is not the best one. */
  'better',
] as const
export type PlanStop = (typeof PLAN_STOPS)[number]

export type ExplainedCandidate = Candidate & {
  /** Null: the request goes there. */
  stop: PlanStop | null
}

/** `hospitals` have the reason; of `alone` it is the only one. */
export type ReasonCount = { hospitals: number; alone: number }

export type AssignmentExplanation = Assignment & {
  why: 'placed' | 'no-bed-left' | 'no-candidates' | 'nation-closed'
  /** In R8's order. */
  candidates: ExplainedCandidate[]
  /** R8's reasons for all others. */
  excluded: Record<string, ExclusionReason[]>
  counts: Partial<Record<PlanStop | ExclusionReason, ReasonCount>>
}

/** A hospital as the plan leaves it. */
type Room = { hospital: MatchHospital; beds: Capacity | null; urgent: number; planned: number }

type Situation = {
  input: PlanInput
  shares: PlanShares
  gains: ReadonlyMap<string, number>
  moves: ReadonlyMap<string, Move>
  rooms: ReadonlyMap<string, Room>
}

/** In the order of the requests; one without an assignment stays. Throws a RangeError on an unknown origin. */
export function explainPlan(input: PlanInput, assignments: readonly Assignment[]): AssignmentExplanation[] {
  const moves = movesOf(input, assignments)
  const situation = {
    input,
    shares: planShares(input),
    gains: groupGains(moves),
    moves: new Map(moves.map((move) => [move.request.id, move])),
    rooms: roomsOf(input, moves),
  }
  return input.requests.map((request) => explained(situation, request))
}

function roomsOf(input: PlanInput, moves: readonly Move[]): Map<string, Room> {
  const bed = input.requests[0]?.bed ?? 'ic'
  const rooms = new Map<string, Room>()
  for (const hospital of input.hospitals) {
    const report = hospital.capacity[bed]
    const beds = report === undefined ? null : freeBeds({ ...report, now: input.now })
    rooms.set(hospital.id, { hospital, beds, urgent: 0, planned: 0 })
  }
  for (const { request, to } of moves) {
    const room = rooms.get(to.id)
    if (room) room[request.kind] += 1
  }
  return rooms
}

function explained(situation: Situation, request: MatchRequest): AssignmentExplanation {
  const match = matchHospitals(nationalMatch(situation.input, request))
  const hospital = situation.moves.get(request.id)?.to.id ?? null
  const candidates = match.candidates.map((candidate) => ({
    ...candidate,
    stop: candidate.hospital === hospital ? null : stopOf(situation, request, candidate),
  }))
  const nowhere = candidates.length === 0 ? 'no-candidates' : 'no-bed-left'
  const stops = candidates.flatMap(({ stop }) => (stop === null ? [] : [[stop]]))
  return {
    request: request.id,
    hospital,
    why: hospital !== null ? 'placed' : match.error === undefined ? nowhere : 'nation-closed',
    candidates,
    excluded: match.excluded,
    counts: counted([...stops, ...Object.values(match.excluded)]),
  }
}

function stopOf(situation: Situation, request: MatchRequest, candidate: Candidate): PlanStop {
  const room = situation.rooms.get(candidate.hospital)
  const taken = bedsTaken(room, request)
  if (taken !== null || room === undefined) return taken ?? 'used-up'
  const move = situation.moves.get(request.id)
  if (move === undefined) return 'better'
  const more = deviationInstead(situation, move, room.hospital)
  const farther = candidate.distanceKm - greatCircleKm(move.from, move.to)
  if (more === 0 && farther === 0) return 'as-good'
  if (more === 0) return farther > 0 ? 'farther' : 'better'
  return more > 0 ? 'fair-share' : 'better'
}

/** Why the request finds no bed there; null: it finds one. */
function bedsTaken(room: Room | undefined, request: MatchRequest): PlanStop | null {
  if (!room?.beds) return 'used-up'
  const left = room.beds.freeInclBoss - room.urgent - room.planned
  const leftForPlanned = room.beds.free - room.planned
  if (request.kind === 'urgent') return left > 0 ? null : 'used-up'
  if (leftForPlanned > 0) return left > 0 ? null : 'taken-by-urgent'
  return left > 0 ? 'only-boss-left' : 'used-up'
}

/** Units by which the groups deviate more where the patient goes to another hospital. */
function deviationInstead({ shares, gains }: Situation, { request, to }: Move, other: MatchHospital): number {
  if (request.purpose !== 'spreading') return 0
  const changed = new Map(gains)
  changed.set(to.group, (changed.get(to.group) ?? 0) - 1)
  changed.set(other.group, (changed.get(other.group) ?? 0) + 1)
  return deviationUnits(shares, changed) - deviationUnits(shares, gains)
}

function counted<Reason extends string>(reasonsPerHospital: readonly Reason[][]) {
  const counts: Partial<Record<Reason, ReasonCount>> = {}
  for (const reasons of reasonsPerHospital) {
    for (const reason of reasons) {
      const { hospitals, alone } = counts[reason] ?? { hospitals: 0, alone: 0 }
      counts[reason] = { hospitals: hospitals + 1, alone: alone + (reasons.length === 1 ? 1 : 0) }
    }
  }
  return counts
}
