// The seven-day prognosis from the kept days. The reckoning is made anew when a day was added, not for every reader.
// Called by server/http/reports.ts.
import { setImmediate } from 'node:timers/promises'
import { type Day, dayOf, plusDays } from '#shared/calendar-day.ts'
import {
  FORECAST_PLACES,
  forecastView,
  HISTORY_DAYS,
  type PlaceForecast,
  placeForecast,
} from '#shared/forecast/forecast-view.ts'
import type { Seen } from '#shared/reports/shown-to.ts'
import type { ForecastView } from '#shared/wire/reports.ts'
import { daysBetween, lastDay } from '#server/store/days.ts'
import type { Db } from '#server/store/store.ts'

type Made = { lastDay: Day | null; today: Day; forecasts: PlaceForecast[]; example: boolean }
export type Forecasts = (db: Db, now: string) => Promise<(viewer: Seen) => ForecastView>

/** One per server. Others are served between one place and the next. */
export function makeForecasts(): Forecasts {
  let made: Made | null = null
  return async (db, now) => {
    const today = dayOf(now)
    const last = await lastDay(db, today)
    if (made === null || made.lastDay !== last || made.today !== today) {
      const days = await daysBetween(db, plusDays(today, -HISTORY_DAYS), today)
      const forecasts: PlaceForecast[] = []
      for (const place of FORECAST_PLACES) {
        forecasts.push(placeForecast(days, place, now))
        await setImmediate()
      }
      made = { lastDay: last, today, forecasts, example: days.some((line) => line.example === true) }
    }
    const { forecasts, example } = made
    return (viewer) => forecastView(forecasts, viewer, { now, example })
  }
}
