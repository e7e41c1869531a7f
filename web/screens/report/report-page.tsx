import { type JSX, Match, Show, Switch } from 'solid-js'

import type { ReportView } from '#shared/wire/reports.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { areaName, spanName } from '#web/pieces/reports/report-words.ts'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'
import { session } from '#web/state/session.ts'

import { NotLoaded } from './not-loaded.tsx'
import { ReportBar } from './report-bar.tsx'
import type { ReportQuery } from './report-query.ts'

type Told = Pick<ReportView, 'at' | 'place' | 'from' | 'until' | 'seen'>
type Props<V> = {
  query: ReportQuery
  report: Opened<V>
  title: string
  lead?: string
  /** Said where it could not be loaded. */
  failed: string
  children: (view: V) => JSX.Element
}

/** A page of figures: of when and where they are, how to choose others, and how much of them this person is told. */
export function ReportPage<V extends Told>(props: Props<V>) {
  return (
    <div class="report" classList={{ 'report--demo': session()?.demo === true }}>
      <PageHead
        title={props.title}
        side={
          <span class="report__act">
            <Button icon="print" disabled={props.report.data() === undefined} onClick={() => window.print()}>
              {t('reports.print')}
            </Button>
          </span>
        }
      >
        <Show when={props.report.data()}>
          {(view) => (
            <p class="report__of">
              <strong>{spanName(view())}</strong> · {areaName(view().place)} ·{' '}
              {t('reports.made', { at: moment(view().at, now()) })}
            </p>
          )}
        </Show>
        <Show when={props.lead}>
          <p class="report__of">{props.lead}</p>
        </Show>
      </PageHead>
      <ReportBar query={props.query} />
      <Switch fallback={<Loading rows={10} />}>
        <Match when={props.report.data()}>
          {(view) => (
            <>
              <Show when={props.report.error()}>
                <Notice kind="warn" title={t('reports.old', { at: moment(view().at, now()) })} />
              </Show>
              <Show when={view().seen !== 'all'}>
                <p class="report__seen">
                  {t(view().seen === 'groups' ? 'reports.groups' : 'reports.ownRegion')}
                </p>
              </Show>
              {props.children(view())}
            </>
          )}
        </Match>
        <Match when={props.report.error()}>
          {(error) => <NotLoaded trouble={error()} title={props.failed} retry={props.report.refresh} />}
        </Match>
      </Switch>
    </div>
  )
}
