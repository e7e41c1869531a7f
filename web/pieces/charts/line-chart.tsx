import { createMemo, For, Show } from 'solid-js'

import { number } from '#web/i18n/format.ts'

import { createWidth } from './create-width.ts'
import { type Band, lineScales, type Series } from './line-scales.ts'

import './chart.css'

type Props = {
  /** What a screen reader says instead of the picture. */
  label: string
  /** Words under the days; all of them, the chart chooses. */
  days: readonly string[]
  series: readonly Series[]
  band?: Band | undefined
  /** Index of the last day with figures: what comes after is expected. */
  today?: { at: number; word: string } | undefined
}

const HEIGHT = 224
const EDGES = { height: HEIGHT, top: 12, bottom: 28 }
/** Pixels that a strong letter of 15 takes, more or less. */
const LETTER = 8.4
/** Narrower than this the words of the lines stand above the chart instead of at their ends. */
const NARROW = 440

/** Lines over days, each with its word at its end. */
export function LineChart(props: Props) {
  let box: HTMLDivElement | undefined
  const width = createWidth(() => box, 560)
  const isNarrow = () => width() < NARROW
  /** Room for the longest word at an end. */
  const room = () =>
    isNarrow() ? 10 : 14 + LETTER * Math.max(0, ...props.series.map(({ label }) => label.length))
  /** Room for the longest figure before the lines. */
  const left = () => {
    const values = [...props.series.flatMap(({ values }) => values), ...(props.band?.high ?? [])]
    return 14 + LETTER * number(Math.max(1, ...values.map((value) => value ?? 0)) * 1.2, 0).length
  }
  const drawn = createMemo(() =>
    lineScales(props.series, props.band, props.days.length, {
      ...EDGES,
      width: width(),
      left: left(),
      right: room(),
    }),
  )
  const right = () => width() - room()
  /** Where the lines end at the edge, so does the last day's word. */
  const isLast = (at: number) => isNarrow() && at === props.days.length - 1
  /** First, last and what fits between. */
  const shownDays = createMemo(() => {
    const last = props.days.length - 1
    const fits = Math.max(2, Math.floor((right() - left()) / 84))
    const step = Math.max(1, Math.ceil(last / (fits - 1)))
    return props.days
      .map((day, at) => ({ day, at }))
      .filter(({ at }) => at === last || (at % step === 0 && last - at >= step / 2))
  })
  return (
    <div class="chart__box" ref={box}>
      <Show when={isNarrow()}>
        <LineKeys series={props.series} />
      </Show>
      <svg
        class="chart__svg"
        width={width()}
        viewBox={`0 0 ${width()} ${HEIGHT}`}
        role="img"
        aria-label={props.label}
      >
        <For each={drawn().ticks}>
          {({ value, at }) => (
            <>
              <line class="chart__grid" x1={left()} x2={right()} y1={at} y2={at} />
              <text class="chart__tick chart__tick--end" x={left() - 8} y={at + 5}>
                {number(value, 0)}
              </text>
            </>
          )}
        </For>
        <path class="chart__band" d={drawn().band} />
        <Show when={props.today}>
          {(today) => (
            <>
              <line
                class="chart__today"
                x1={drawn().x(today().at)}
                x2={drawn().x(today().at)}
                y1={EDGES.top}
                y2={HEIGHT - EDGES.bottom}
              />
              <text class="chart__tick chart__tick--end" x={drawn().x(today().at) - 5} y={EDGES.top + 8}>
                {today().word}
              </text>
            </>
          )}
        </Show>
        <For each={props.series}>
          {(series, at) => (
            <>
              <path class={`chart__line chart__line--${series.look}`} d={drawn().paths[at()] ?? ''} />
              <Show when={!isNarrow() && drawn().ends[at()]}>
                {(y) => (
                  <text class={`chart__end chart__end--${series.look}`} x={right() + 8} y={y() + 5}>
                    {series.label}
                  </text>
                )}
              </Show>
            </>
          )}
        </For>
        <For each={shownDays()}>
          {({ day, at }) => (
            <text
              class="chart__tick"
              classList={{
                'chart__tick--middle': !isLast(at),
                'chart__tick--end': isLast(at),
              }}
              x={isLast(at) ? width() - 2 : drawn().x(at)}
              y={HEIGHT - 8}
            >
              {day}
            </text>
          )}
        </For>
      </svg>
    </div>
  )
}

/** Which line is which, where there is no room at their ends: each by its own stroke, not by colour alone. */
function LineKeys(props: { series: readonly Series[] }) {
  return (
    <ul class="chart__keys" aria-hidden="true">
      <For each={props.series.filter(({ label }) => label !== '')}>
        {(series) => (
          <li>
            <svg class="chart__key" viewBox="0 0 28 8" aria-hidden="true">
              <path class={`chart__line chart__line--${series.look}`} d="M1 4H27" />
            </svg>
            {series.label}
          </li>
        )}
      </For>
    </ul>
  )
}
