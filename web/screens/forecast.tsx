import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'

import { NATION } from '#shared/reports/beds-day.ts'
import { BEDS } from '#shared/terms.ts'
import type { ForecastView } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { Select } from '#web/parts/select.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { ForecastChart } from '#web/pieces/reports/forecast-chart.tsx'
import { ForecastPlaces } from '#web/pieces/reports/forecast-places.tsx'
import { PastErrors } from '#web/pieces/reports/past-errors.tsx'
import { areaName } from '#web/pieces/reports/report-words.ts'
import { createForecast } from '#web/state/reports.ts'
import { session } from '#web/state/session.ts'

import { NotLoaded } from './report/not-loaded.tsx'

import './report.css'

/** The seven days to come, and how well such days were foretold before. */
export default function Forecast() {
  const forecast = createForecast()
  return (
    <div class="report" classList={{ 'report--demo': session()?.demo === true }}>
      <PageHead
        title={t('reports.forecast.title')}
        side={
          <span class="report__act">
            <Button icon="print" disabled={forecast.data() === undefined} onClick={() => window.print()}>
              {t('reports.print')}
            </Button>
          </span>
        }
      >
        <p class="report__of">{t('reports.forecast.lead')}</p>
      </PageHead>
      <div class="report__bar">
        <Tabs
          label={t('reports.periods')}
          tabs={[
            { href: '/rapport', label: t('reports.day'), current: false },
            { href: '/rapport?periode=week', label: t('reports.week'), current: false },
            { href: '/rapport?deel=ritten', label: t('reports.rides.tab'), current: false },
            { href: '/prognose', label: t('reports.forecast.title'), current: true },
          ]}
        />
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={forecast.data()}>{(view) => <Told view={view()} />}</Match>
        <Match when={forecast.error()}>
          {(error) => (
            <NotLoaded trouble={error()} title={t('reports.forecast.failed')} retry={forecast.refresh} />
          )}
        </Match>
      </Switch>
    </div>
  )
}

function Told(props: { view: ForecastView }) {
  const [place, setPlace] = createSignal(NATION)
  const places = createMemo(() => [...new Set(props.view.lines.map((line) => line.place))])
  const lines = () => BEDS.flatMap((bed) => at(bed) ?? [])
  const at = (bed: string) => props.view.lines.find((line) => line.bed === bed && line.place === place())
  const isShort = () => props.view.lines.every(({ days, withheld }) => days === null && !withheld)
  return (
    <Show
      when={!isShort()}
      fallback={
        <Empty kind="nothing" title={t('reports.forecast.tooFew')}>
          <p>{t('reports.forecast.tooFewText', { count: props.view.length })}</p>
        </Empty>
      }
    >
      <Show when={(props.view.daysOld ?? 0) > 1}>
        <Notice kind="warn" title={t('reports.forecast.old')} />
      </Show>
      <div class="report__choose report__bar">
        <Select
          label={t('reports.place')}
          placeholder={t('reports.placePick')}
          options={places().map((one) => ({ value: one, label: areaName(one) }))}
          value={place()}
          onChange={setPlace}
        />
      </div>
      <div class="reports__pair">
        <For each={lines()}>{(line) => <ForecastChart line={line} view={props.view} />}</For>
      </div>
      <PastErrors lines={lines()} />
      <ForecastPlaces view={props.view} />
      <Section title={t('reports.forecast.model')}>
        <p class="report__text">{t('reports.forecast.modelText')}</p>
        <Show when={props.view.held > 0}>
          <p class="report__text">{t('reports.forecast.held', { count: props.view.held })}</p>
        </Show>
      </Section>
    </Show>
  )
}
