// The prognosis of every place for one viewer, from the kept days. Pure; called by server/views/forecast-view.ts.
import { dayOf, daysBetween } from '#shared/calendar-day.ts'
import { hideSmall } from '#shared/access/small-groups.ts'
import { regions } from '#shared/reference/regions.ts'
import { type BedsDay, NATION } from '#shared/reports/beds-day.ts'
import type { Seen } from '#shared/reports/shown-to.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { ForecastLine, ForecastView } from '#shared/wire/reports.ts'
import { type Forecast, forecastOf, type SeriesDay } from './forecast-of.ts'

/** Days that the errors are made from: sixty, each judged by the sixty before it, and a fortnight. */
export const HISTORY_DAYS = 140
/** Days of the past that are shown beside it. */
export const SHOWN_DAYS = 28

export type PlaceForecast = { place: string; series: SeriesDay[]; forecast: Forecast }

export const FORECAST_PLACES: readonly string[] = [NATION, ...regions.map(({ id }) => id)]

/** The same for whoever asks, so it is made once a day. */
export function placeForecast(days: readonly BedsDay[], place: string, now: string): PlaceForecast {
  const series = seriesAt(days, place)
  return { place, series, forecast: forecastOf(series, now) }
}

/** Patients of the crisis per day at one place. */
export function seriesAt(days: readonly BedsDay[], place: string): SeriesDay[] {
  const byDay = new Map<string, SeriesDay>()
  for (const line of days) {
    if (line.place !== place) continue
    const day = byDay.get(line.day) ?? { day: line.day, ic: 0, ward: 0 }
    byDay.set(line.day, { ...day, [line.bed]: line.crisis })
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

export function forecastView(
  forecasts: readonly PlaceForecast[],
  { seen, regions: own }: Seen,
  { now, example }: { now: string; example: boolean },
): ForecastView {
  const nation = forecasts.find(({ place }) => place === NATION)?.forecast
  const asked = forecasts.filter(({ place }) => seen !== 'region' || place === NATION || own.includes(place))
  const lines = BEDS.flatMap((bed) => {
    const isWithheld = seen === 'groups' ? tooFew(forecasts, bed) : () => false
    return asked.map((one) => lineOf(one, bed, isWithheld(one.place)))
  })
  return {
    at: now,
    example,
    lastDay: nation?.lastDay ?? null,
    daysOld: nation?.lastDay == null ? null : daysBetween(nation.lastDay, dayOf(now)),
    length: nation?.length ?? 0,
    held: nation?.held ?? 0,
    lines,
  }
}

/** Places with fewer than five patients on some day that is shown, and what would tell of them. */
function tooFew(forecasts: readonly PlaceForecast[], bed: Bed): (place: string) => boolean {
  const least = ({ series }: PlaceForecast) =>
    Math.min(...series.slice(-SHOWN_DAYS).map((day) => day[bed]), Number.MAX_SAFE_INTEGER)
  const regional = forecasts.filter(({ place, series }) => place !== NATION && series.length > 0)
  const { total, groups } = hideSmall(regional.map((one) => ({ id: one.place, count: least(one) })))
  const hidden = new Set(groups.filter(({ count }) => count === null).map(({ id }) => id))
  return (place) => (place === NATION ? total === null && regional.length > 0 : hidden.has(place))
}

function lineOf({ place, series, forecast }: PlaceForecast, bed: Bed, withheld: boolean): ForecastLine {
  if (withheld) return { place, bed, series: [], days: null, withheld }
  const shown = series.slice(-SHOWN_DAYS).map((day) => ({ day: day.day, count: day[bed] }))
  return { place, bed, series: shown, days: forecast.levels[bed], withheld }
}
