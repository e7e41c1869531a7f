import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { BedsPart } from '#web/pieces/reports/beds-part.tsx'
import { FlowPart } from '#web/pieces/reports/flow-part.tsx'
import { KeyFigures } from '#web/pieces/reports/key-figures.tsx'
import { RefusalsPart } from '#web/pieces/reports/refusals-part.tsx'
import { SharePart } from '#web/pieces/reports/share-part.tsx'
import { WaitsPart } from '#web/pieces/reports/waits-part.tsx'
import { createReport } from '#web/state/reports.ts'

import { ReportPage } from './report/report-page.tsx'
import { createReportQuery, type ReportQuery } from './report/report-query.ts'
import { RideTimes } from './report/ride-times.tsx'

import './report.css'

/** The figures of a day or a week, and of its rides: to read on a screen, on paper, and to take along. */
export default function Report() {
  const query = createReportQuery()
  return (
    <Show when={query.part() === 'rides'} fallback={<DayReport query={query} />}>
      <RideTimes query={query} />
    </Show>
  )
}

function DayReport(props: { query: ReportQuery }) {
  const query = props.query
  const report = createReport(() => ({
    day: query.day(),
    period: query.period(),
    place: query.place(),
  }))
  const title = () => t(query.period() === 'week' ? 'reports.weekReport' : 'reports.dayReport')
  return (
    <ReportPage query={query} report={report} title={title()} failed={t('reports.failed')}>
      {(view) => (
        <>
          <KeyFigures report={view} />
          <BedsPart report={view} />
          <SharePart report={view} />
          <FlowPart report={view} />
          <WaitsPart report={view} />
          <RefusalsPart report={view} />
        </>
      )}
    </ReportPage>
  )
}
