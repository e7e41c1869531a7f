// Adds facts up to the tables of a report: flow, movements, waiting times, refusals. Everything is told here; what a
// viewer may see of it is shown-to.ts's.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import type { FlowLine, MovementLine, RefusalLine, WaitLine } from '#shared/wire/reports.ts'
import { NATION } from './beds-day.ts'
import { type Fact, REFUSALS, type RefusalKind, STEPS, TRACKS, type Track } from './fact.ts'
import { spreadOf } from './spread.ts'

const PLACES = [NATION, ...regions.map(({ id }) => id)]
const ALL_TRACKS = ['all', ...TRACKS] as const

const isOf = (track: Track | 'all') => (fact: Fact) => track === 'all' || fact.track === track
const from = (place: string) => (fact: Fact) => place === NATION || fact.from === place
const to = (place: string) => (fact: Fact) => place === NATION || fact.to === place
const countOf = (facts: readonly Fact[]): number => facts.reduce((sum, { count }) => sum + count, 0)

/** Every place and level; tracks apart, and together. */
export function flowLines(facts: readonly Fact[]): FlowLine[] {
  return PLACES.flatMap((place) =>
    BEDS.flatMap((bed) =>
      ALL_TRACKS.map((track) => {
        const some = facts.filter((fact) => fact.bed === bed && isOf(track)(fact))
        const here = some.filter(from(place))
        const count = (isIn: (fact: Fact) => boolean) => countOf(here.filter(isIn))
        return {
          place,
          bed,
          track,
          filed: count(({ measure }) => measure === 'filed'),
          moved: count(({ measure }) => measure === 'moved'),
          arrived: countOf(some.filter(({ measure }) => measure === 'moved').filter(to(place))),
          ended: count(({ measure }) => measure.startsWith('ended.') && measure !== 'ended.closed'),
        }
      }),
    ),
  )
}

/** Who arrived, by region of origin and destination; the busiest first. */
export function movementLines(facts: readonly Fact[]): MovementLine[] {
  const lines = new Map<string, MovementLine & { count: number; urgent: number }>()
  for (const { measure, bed, from: origin, to: there, track, count } of facts) {
    if (measure !== 'moved') continue
    const key = `${bed} ${origin} ${there}`
    const line = lines.get(key) ?? { bed, from: origin, to: there, count: 0, urgent: 0 }
    line.count += count
    if (track !== 'planned') line.urgent += count
    lines.set(key, line)
  }
  return [...lines.values()].sort(
    (a, b) =>
      byCodeUnit(a.bed, b.bed) || b.count - a.count || byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to),
  )
}

/** Steps that somebody left, per place, level and track; what nobody left has no line. */
export function waitLines(facts: readonly Fact[], places: readonly string[] = PLACES): WaitLine[] {
  const waits = facts.filter(({ measure }) => measure.startsWith('step.'))
  return places.flatMap((place) => {
    const here = waits.filter(from(place))
    return BEDS.flatMap((bed) =>
      ALL_TRACKS.flatMap((track) =>
        STEPS.flatMap((step) => {
          const some = here.filter(
            (fact) => fact.bed === bed && fact.measure === `step.${step}` && isOf(track)(fact),
          )
          return some.length === 0 ? [] : [{ place, bed, track, step, ...spreadOf(some) }]
        }),
      ),
    )
  })
}

/** By place, level, kind and reason; the commonest first. */
export function refusalLines(facts: readonly Fact[]): RefusalLine[] {
  const lines = new Map<string, RefusalLine & { count: number }>()
  for (const { measure, bed, from: origin, to: there, count } of facts) {
    const [what, kind, reason = ''] = measure.split('.')
    if (what !== 'refused' || !isKind(kind)) continue
    for (const place of [NATION, kind === 'rejected' ? origin : there]) {
      const key = `${place} ${bed} ${kind} ${reason}`
      const line = lines.get(key) ?? { place, bed, kind, reason, count: 0 }
      line.count += count
      lines.set(key, line)
    }
  }
  return [...lines.values()].sort(
    (a, b) =>
      byCodeUnit(a.place, b.place) ||
      byCodeUnit(a.bed, b.bed) ||
      b.count - a.count ||
      byCodeUnit(a.reason, b.reason),
  )
}

const isKind = (text: string | undefined): text is RefusalKind =>
  (REFUSALS as readonly (string | undefined)[]).includes(text)
