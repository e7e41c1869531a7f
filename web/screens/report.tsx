import { Match, Show, Switch } from 'solid-js'

import type { ReportView } from '#shared/wire/reports.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { BedsPart } from '#web/pieces/reports/beds-part.tsx'
import { FlowPart } from '#web/pieces/reports/flow-part.tsx'
import { KeyFigures } from '#web/pieces/reports/key-figures.tsx'
import { RefusalsPart } from '#web/pieces/reports/refusals-part.tsx'
import { areaName, spanName } from '#web/pieces/reports/report-words.ts'
import { SharePart } from '#web/pieces/reports/share-part.tsx'
import { WaitsPart } from '#web/pieces/reports/waits-part.tsx'
import { now } from '#web/state/now.ts'
import { createReport } from '#web/state/reports.ts'
import { session } from '#web/state/session.ts'

import { NotLoaded } from './report/not-loaded.tsx'
import { ReportBar } from './report/report-bar.tsx'
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
    <div class="report" classList={{ 'report--demo': session()?.demo === true }}>
      <PageHead
        title={title()}
        side={
          <span class="report__act">
            <Button icon="print" disabled={report.data() === undefined} onClick={() => window.print()}>
              {t('reports.print')}
            </Button>
          </span>
        }
      >
        <Show when={report.data()}>
          {(view) => (
            <p class="report__of">
              <strong>{spanName(view())}</strong> · {areaName(view().place)} ·{' '}
              {t('reports.made', { at: moment(view().at, now()) })}
            </p>
          )}
        </Show>
      </PageHead>
      <ReportBar query={query} />
      <Switch fallback={<Loading rows={10} />}>
        <Match when={report.data()}>
          {(view) => (
            <>
              <Show when={report.error()}>
                <Notice kind="warn" title={t('reports.old', { at: moment(view().at, now()) })} />
              </Show>
              <Parts report={view()} />
            </>
          )}
        </Match>
        <Match when={report.error()}>
          {(error) => <NotLoaded trouble={error()} title={t('reports.failed')} retry={report.refresh} />}
        </Match>
      </Switch>
    </div>
  )
}

function Parts(props: { report: ReportView }) {
  return (
    <>
      <Show when={props.report.seen !== 'all'}>
        <p class="report__seen">
          {t(props.report.seen === 'groups' ? 'reports.groups' : 'reports.ownRegion')}
        </p>
      </Show>
      <KeyFigures report={props.report} />
      <BedsPart report={props.report} />
      <SharePart report={props.report} />
      <FlowPart report={props.report} />
      <WaitsPart report={props.report} />
      <RefusalsPart report={props.report} />
    </>
  )
}
