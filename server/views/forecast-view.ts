// The seven-day prognosis from the kept days. The reckoning is made anew when a day was added, not for every reader.
// Called by server/http/reports.ts.
import { type Day, dayOf, plusDays } from '#shared/calendar-day.ts'
import {
  forecastView,
  HISTORY_DAYS,
  type PlaceForecast,
  placeForecasts,
} from '#shared/forecast/forecast-view.ts'
import type { Seen } from '#shared/reports/shown-to.ts'
import type { ForecastView } from '#shared/wire/reports.ts'
import { daysBetween, lastDay } from '#server/store/days.ts'
import type { Db } from '#server/store/store.ts'

type Made = { lastDay: Day | null; today: Day; forecasts: PlaceForecast[]; example: boolean }
export type Forecasts = (db: Db, viewer: Seen, now: string) => Promise<ForecastView>

/** One per server. */
export function makeForecasts(): Forecasts {
  let made: Made | null = null
  return async (db, viewer, now) => {
    const today = dayOf(now)
    const last = await lastDay(db, today)
    if (made === null || made.lastDay !== last || made.today !== today) {
      const days = await daysBetween(db, plusDays(today, -HISTORY_DAYS), today)
      const example = days.some((line) => line.example === true)
      made = { lastDay: last, today, forecasts: placeForecasts(days, now), example }
    }
    return forecastView(made.forecasts, viewer, { now, example: made.example })
  }
}
