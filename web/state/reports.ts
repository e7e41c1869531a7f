import type { Period, ForecastView, ReportView } from '#shared/wire/reports.ts'

import { createOpened, type Opened } from './opened.ts'

export type ReportAsked = { day: string | null; period: Period; place: string }

/** A report; `asked` may read signals. Kept in memory while the screen is open. */
export const createReport = (asked: () => ReportAsked): Opened<ReportView> =>
  createOpened<ReportView>(
    () => {
      const { day, period, place } = asked()
      return `/api/reports/day?${new URLSearchParams({ ...(day === null ? {} : { day }), period, place })}`
    },
    () => undefined,
  )

/** The prognosis of every place this person is told of. */
export const createForecast = (): Opened<ForecastView> =>
  createOpened<ForecastView>(
    () => '/api/forecast',
    () => undefined,
  )
