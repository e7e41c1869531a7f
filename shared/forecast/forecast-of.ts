// A dated series and what the prognosis makes of it, its past errors beside it: for the prognosis screen and for the
// signals of the phase register. Pure; IC and ward in one answer.
import { type Day, dayOf, daysBetween, daysFrom, plusDays } from '#shared/calendar-day.ts'
import { HORIZON_DAYS, LEAST_DAYS, type Level, type Occupied } from './forecast.ts'
import { type PastRecord, pastRecord } from './past-record.ts'
import { prognosis } from './prognosis.ts'

/** Patients of the crisis in beds on one day. Days that miss are held at the day before. */
export type SeriesDay = Occupied & { day: Day }

export type ForecastDay = PastRecord & {
  day: Day
  /** Days after the last day of the series, 1–7. */
  ahead: number
  expected: number
  /** Null while too few errors have passed. */
  low: number | null
  high: number | null
}

export type Forecast = {
  /** The last day with figures; null: there are none. */
  lastDay: Day | null
  /** Days since then; 0 is today. */
  daysOld: number | null
  /** Days in the series, those that were held included. */
  length: number
  /** Of these, days without figures of their own. */
  held: number
  /** Null with fewer than `LEAST_DAYS` days. */
  levels: Record<Level, ForecastDay[] | null>
}

/** `series` in any order; a day twice counts as given last. Days after `now` are left out. */
export function forecastOf(series: readonly SeriesDay[], now: string): Forecast {
  const today = dayOf(now)
  const known = new Map(series.filter(({ day }) => day <= today).map((one) => [one.day, one]))
  const dated = [...known.keys()].sort()
  const first = dated[0]
  const lastDay = dated.at(-1)
  if (first === undefined || lastDay === undefined)
    return { lastDay: null, daysOld: null, length: 0, held: 0, levels: { ic: null, ward: null } }
  const days = whole(known, daysFrom(first, lastDay))
  return {
    lastDay,
    daysOld: daysBetween(lastDay, today),
    length: days.length,
    held: days.length - dated.length,
    levels: { ic: ofLevel(days, 'ic', lastDay), ward: ofLevel(days, 'ward', lastDay) },
  }
}

/** Every day once; one without figures has those of the day before. */
function whole(known: ReadonlyMap<Day, SeriesDay>, days: readonly Day[]): Occupied[] {
  let last: Occupied = { ic: 0, ward: 0 }
  return days.map((day) => {
    last = known.get(day) ?? last
    return { ic: last.ic, ward: last.ward }
  })
}

function ofLevel(days: readonly Occupied[], level: Level, lastDay: Day): ForecastDay[] | null {
  const told = prognosis(days, level)
  if (days.length < LEAST_DAYS || told === null) return null
  const record = pastRecord(days, level)
  return told.days.slice(0, HORIZON_DAYS).map((day) => ({
    ...day,
    day: plusDays(lastDay, day.ahead),
    ...(record[day.ahead - 1] ?? { error: null, covered: null, asked: 0 }),
  }))
}
