import type { RideReport } from '#shared/wire/ride-report.ts'
import type { Period, ForecastView, ReportView } from '#shared/wire/reports.ts'

import { createOpened, type Opened } from './opened.ts'

export type ReportAsked = { day: string | null; period: Period; place: string }

/** A report; `asked` may read signals. Kept in memory while the screen is open. */
export const createReport = (asked: () => ReportAsked): Opened<ReportView> =>
  createOpened<ReportView>(
    () => pathOf('day', asked()),
    () => undefined,
  )

/** How long the rides took that arrived then. */
export const createRideReport = (asked: () => ReportAsked): Opened<RideReport> =>
  createOpened<RideReport>(
    () => pathOf('rides', asked()),
    () => undefined,
  )

const pathOf = (what: 'day' | 'rides', { day, period, place }: ReportAsked): string =>
  `/api/reports/${what}?${new URLSearchParams({ ...(day === null ? {} : { day }), period, place })}`

/** The prognosis of every place this person is told of. */
export const createForecast = (): Opened<ForecastView> =>
  createOpened<ForecastView>(
    () => '/api/forecast',
    () => undefined,
  )
