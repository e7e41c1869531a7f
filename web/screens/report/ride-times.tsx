import { Match, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { areaName, spanName } from '#web/pieces/reports/report-words.ts'
import { IntervalsPart } from '#web/pieces/reports/intervals-part.tsx'
import { RidesPart } from '#web/pieces/reports/rides-part.tsx'
import { now } from '#web/state/now.ts'
import { createRideReport } from '#web/state/reports.ts'
import { session } from '#web/state/session.ts'

import { NotLoaded } from './not-loaded.tsx'
import { ReportBar } from './report-bar.tsx'
import type { ReportQuery } from './report-query.ts'

/** How long each part took of the rides that arrived: added up, and one by one for who coordinates. */
export function RideTimes(props: { query: ReportQuery }) {
  const report = createRideReport(() => ({
    day: props.query.day(),
    period: props.query.period(),
    place: props.query.place(),
  }))
  return (
    <div class="report" classList={{ 'report--demo': session()?.demo === true }}>
      <PageHead
        title={t('reports.rides.title')}
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
        <p class="report__of">{t('reports.rides.lead')}</p>
      </PageHead>
      <ReportBar query={props.query} />
      <Switch fallback={<Loading rows={10} />}>
        <Match when={report.data()}>
          {(view) => (
            <>
              <Show when={report.error()}>
                <Notice kind="warn" title={t('reports.old', { at: moment(view().at, now()) })} />
              </Show>
              <Show when={view().seen !== 'all'}>
                <p class="report__seen">
                  {t(view().seen === 'groups' ? 'reports.groups' : 'reports.ownRegion')}
                </p>
              </Show>
              <Show
                when={view().lines.length > 0}
                fallback={<p class="reports__none">{t('reports.rides.none')}</p>}
              >
                <IntervalsPart report={view()} />
              </Show>
              <Show when={view().rides.length > 0}>
                <RidesPart report={view()} />
              </Show>
            </>
          )}
        </Match>
        <Match when={report.error()}>
          {(error) => (
            <NotLoaded trouble={error()} title={t('reports.rides.failed')} retry={report.refresh} />
          )}
        </Match>
      </Switch>
    </div>
  )
}
