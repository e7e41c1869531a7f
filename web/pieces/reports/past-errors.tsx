import { For, Show } from 'solid-js'

import type { ForecastDay } from '#shared/forecast/forecast-of.ts'
import type { ForecastLine } from '#shared/wire/reports.ts'
import { percent } from '#web/i18n/format.ts'
import { oneDecimal } from '#web/i18n/one-decimal.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { term } from '#web/pieces/term.ts'

import { areaName } from './report-words.ts'

import './reports.css'

/** Mean error and coverage per day ahead, beside the prognosis they belong to. */
export function PastErrors(props: { lines: readonly ForecastLine[] }) {
  return (
    <Section title={t('reports.forecast.past')}>
      <p class="report__text">{t('reports.forecast.pastText')}</p>
      <div class="reports__pair">
        <For each={props.lines}>
          {(line) => (
            <Show when={line.days}>
              {(days) => (
                <DataTable
                  caption={`${areaName(line.place)}, ${term('bed', line.bed)}`}
                  showCaption
                  columns={columns()}
                  rows={days()}
                  rowKey={({ ahead }) => String(ahead)}
                />
              )}
            </Show>
          )}
        </For>
      </div>
    </Section>
  )
}

const NONE = '–'

const columns = (): Column<ForecastDay>[] => [
  {
    key: 'ahead',
    head: t('reports.column.ahead'),
    cell: ({ ahead }) => t('reports.column.aheadDays', { count: ahead }),
    lead: true,
  },
  {
    key: 'error',
    head: t('reports.column.error'),
    cell: ({ error }) => (error === null ? NONE : oneDecimal(error)),
    end: true,
  },
  {
    key: 'covered',
    head: t('reports.column.covered'),
    cell: ({ covered }) => (covered === null ? NONE : percent(covered)),
    end: true,
  },
]
