// Facts as figures that stay when the timeline goes: added up by day, and the minutes in classes, so that no line
// tells of one patient. Called by server/retention, and by the report for days long ago.
import type { Bed } from '#shared/terms.ts'
import type { Fact, Measure, Track } from '#shared/reports/fact.ts'

/** As the table `figures` has it. `kind` is the track; `measure` of a step ends in its class. */
export type KeptFigure = {
  day: string
  from_region: string
  to_region: string
  bed: string
  kind: string
  ended: string
  measure: string
  count: number
  minutes: number
}

/** Upper bounds in minutes; what is longer is in the last. */
export const CLASSES = [
  5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 10_080,
] as const

const classOf = (minutes: number): number => CLASSES.find((bound) => minutes <= bound) ?? 10_080

/** Halfway its class. */
const middleOf = (bound: number): number => {
  const at = (CLASSES as readonly number[]).indexOf(bound)
  return Math.round(((CLASSES[at - 1] ?? 0) + bound) / 2)
}

export const keptOf = (fact: Fact): KeptFigure => ({
  day: fact.day,
  from_region: fact.from,
  to_region: fact.to,
  bed: fact.bed,
  kind: fact.track,
  ended: '',
  measure: fact.measure.startsWith('step.') ? `${fact.measure}.${classOf(fact.minutes)}` : fact.measure,
  count: fact.count,
  minutes: fact.minutes,
})

/** Minutes become the middle of their class. */
export function factOf(kept: KeptFigure): Fact {
  const base = {
    day: kept.day,
    from: kept.from_region,
    to: kept.to_region,
    bed: kept.bed as Bed,
    track: kept.kind as Track,
    count: kept.count,
  }
  if (!kept.measure.startsWith('step.')) return { ...base, measure: kept.measure as Measure, minutes: 0 }
  const dot = kept.measure.lastIndexOf('.')
  return {
    ...base,
    measure: kept.measure.slice(0, dot) as Measure,
    minutes: middleOf(Number(kept.measure.slice(dot + 1))),
    rough: true,
  }
}
