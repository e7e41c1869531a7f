import { createUniqueId, type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'

import './chart.css'

type Props = {
  title: string
  /** What is counted: "patiënten", "minuten". */
  unit: string
  /** Where the figures come from and of when they are. */
  source: string
  children: JSX.Element
  /** The same figures, to read out and to copy; absent where they stand on the page anyway. */
  table?: JSX.Element
}

/** A chart with what it shows in words, and its table. */
export function ChartFigure(props: Props) {
  const id = createUniqueId()
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption class="chart__caption" id={id}>
        <strong>{props.title}</strong> <span class="chart__unit">{props.unit}</span>
      </figcaption>
      {props.children}
      <p class="chart__source">{props.source}</p>
      <Show when={props.table}>
        <div class="chart__table">
          <Disclosure label={t('reports.chart.table')}>{props.table}</Disclosure>
        </div>
      </Show>
    </figure>
  )
}
