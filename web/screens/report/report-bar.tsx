import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'

import { PERIODS } from '#shared/wire/reports.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Select } from '#web/parts/select.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { areaName } from '#web/pieces/reports/report-words.ts'

import type { ReportQuery } from './report-query.ts'

/** Which report: day, week or what is to come; of when, of where. Not printed. */
export function ReportBar(props: { query: ReportQuery }) {
  const navigate = useNavigate()
  return (
    <div class="report__bar">
      <ReportTabs query={props.query} />
      <div class="report__choose">
        <LinkButton href={props.query.previous()} variant="quiet" icon="chevron-left">
          {t('reports.previous')}
        </LinkButton>
        <Show when={props.query.next()}>
          {(href) => (
            <LinkButton href={href()} variant="quiet" icon="chevron-right">
              {t('reports.next')}
            </LinkButton>
          )}
        </Show>
        <Show when={props.query.part() === 'rides'}>
          <Select
            label={t('reports.rides.period')}
            placeholder={t('reports.rides.periodPick')}
            options={PERIODS.map((period) => ({ value: period, label: t(`reports.${period}`) }))}
            value={props.query.period()}
            onChange={(period) => navigate(props.query.href({ period }))}
          />
        </Show>
        <Select
          label={t('reports.place')}
          placeholder={t('reports.placePick')}
          options={props.query.places().map((place) => ({ value: place, label: areaName(place) }))}
          value={props.query.place()}
          onChange={(place) => navigate(props.query.href({ place }))}
        />
      </div>
    </div>
  )
}

function ReportTabs(props: { query: ReportQuery }) {
  return (
    <Tabs
      label={t('reports.periods')}
      tabs={[
        ...PERIODS.map((period) => ({
          href: props.query.href({ period, part: 'report' }),
          label: t(`reports.${period}`),
          current: props.query.period() === period && props.query.part() === 'report',
        })),
        {
          href: props.query.href({ part: 'rides' }),
          label: t('reports.rides.tab'),
          current: props.query.part() === 'rides',
        },
        { href: '/prognose', label: t('reports.forecast.title'), current: false },
      ]}
    />
  )
}
