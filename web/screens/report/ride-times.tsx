import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { IntervalsPart } from '#web/pieces/reports/intervals-part.tsx'
import { RidesPart } from '#web/pieces/reports/rides-part.tsx'
import { createRideReport } from '#web/state/reports.ts'

import { ReportPage } from './report-page.tsx'
import type { ReportQuery } from './report-query.ts'

/** How long each part took of the rides that arrived: added up, and one by one for who coordinates. */
export function RideTimes(props: { query: ReportQuery }) {
  const report = createRideReport(() => ({
    day: props.query.day(),
    period: props.query.period(),
    place: props.query.place(),
  }))
  return (
    <ReportPage
      query={props.query}
      report={report}
      title={t('reports.rides.title')}
      lead={t('reports.rides.lead')}
      failed={t('reports.rides.failed')}
    >
      {(view) => (
        <>
          <Show
            when={view.lines.length > 0}
            fallback={<p class="reports__none">{t('reports.rides.none')}</p>}
          >
            <IntervalsPart report={view} />
          </Show>
          <Show when={view.rides.length > 0}>
            <RidesPart report={view} />
          </Show>
        </>
      )}
    </ReportPage>
  )
}
