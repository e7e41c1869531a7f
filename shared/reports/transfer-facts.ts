// The facts of one transfer, from its events and nothing else: what the day report counts, and what stays as figures
// when the timeline goes. Called by the report's view and by server/retention, so that both count alike.
import { dayOf } from '#shared/calendar-day.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { END_STATES, type Transfer, type TransferState } from '#shared/transfers/transfer.ts'
import { type Fact, type Measure, STEPS, type Step, trackOf } from './fact.ts'
import { type Stay, staysOf, type Told } from './transfer-stays.ts'

const MINUTE_MS = 60_000

/** `events` of one transfer and its reservations, oldest first. None without its filing. */
export function transferFacts(events: readonly Told[]): Fact[] {
  const filed = events.find(({ name }) => name === 'transfer.submitted')?.data as Transfer | undefined
  if (filed === undefined) return []
  const stays = staysOf(events)
  const base = {
    from: filed.fromRegion,
    bed: filed.bed,
    track: trackOf(filed),
    count: 1,
  }
  const fact = (at: number, measure: Measure, to = '', minutes = 0): Fact => ({
    ...base,
    day: dayOf(at),
    to,
    measure,
    minutes,
  })
  const submitted = Date.parse(filed.submittedAt)
  const to = toRegionOf(events)
  const lastAt = (state: TransferState) => lastEntry(stays, state)
  const ways: [Step, number | null][] = [
    ['to-bed', lastAt('reserved')],
    ['to-departure', lastAt('in-transit')],
    ['to-arrival', lastAt('arrived')],
  ]
  const arrived = lastAt('arrived')
  return [
    fact(submitted, 'filed'),
    ...(arrived === null ? [] : [fact(arrived, 'moved', to)]),
    ...stays
      .filter(({ state }) => END_STATES.includes(state))
      .map(({ state, from }) => fact(from, `ended.${state}`, state === 'closed' ? to : '')),
    ...stays.flatMap((stay) => stepOf(stay, fact)),
    ...ways.flatMap(([step, at]) =>
      at === null ? [] : [fact(at, `step.${step}`, '', minutesBetween(submitted, at))],
    ),
    ...refusalsOf(events, fact),
  ]
}

type MakeFact = (at: number, measure: Measure, to?: string, minutes?: number) => Fact

const minutesBetween = (from: number, until: number): number =>
  Math.max(0, Math.round((until - from) / MINUTE_MS))

/** Nobody's turn, or no time at all: not counted. */
const isStep = (state: string): state is Step => (STEPS as readonly string[]).includes(state)

function stepOf({ state, from, until }: Stay, fact: MakeFact): Fact[] {
  if (until === null || !isStep(state)) return []
  return [fact(until, `step.${state}`, '', minutesBetween(from, until))]
}

/** The last time it came there: a step taken back did not happen. */
const lastEntry = (stays: readonly Stay[], state: TransferState): number | null =>
  stays.findLast((stay) => stay.state === state)?.from ?? null

/** Where it went last; empty: nowhere yet. */
export function toRegionOf(events: readonly Told[]): string {
  let to = ''
  for (const { subject, data } of events)
    if (subject === 'transfer' && typeof data.toRegion === 'string') to = data.toRegion
  return to
}

function refusalsOf(events: readonly Told[], fact: MakeFact): Fact[] {
  const regions = new Map<string, string>()
  const facts: Fact[] = []
  for (const { name, subject, id, at, data } of events) {
    if (subject === 'reservation' && typeof data.region === 'string') regions.set(id, data.region)
    const region = regions.get(id) ?? ''
    const { declineReason } = data as Partial<Reservation>
    if (name === 'reservation.declined')
      facts.push(fact(Date.parse(at), `refused.declined.${declineReason ?? 'other'}`, region))
    if (name === 'reservation.expired') facts.push(fact(Date.parse(at), 'refused.expired.no-answer', region))
    if (name === 'transfer.rejected') {
      const { endReason } = data as Partial<Transfer>
      facts.push(fact(Date.parse(at), `refused.rejected.${endReason ?? 'other'}`))
    }
  }
  return facts
}
