import { scaleLinear } from 'd3-scale'
import { createMemo, For, Show } from 'solid-js'

import { createWidth } from './create-width.ts'

import './chart.css'

export type BarRow = {
  name: string
  value: number
  /** A line across: the target, the limit. */
  mark?: number | undefined
  /** A thin tail from the bar's end: up to the 90th percentile. */
  tail?: number | undefined
  /** At the right: the figures in words. */
  words: string
}

const ROW = 30
const NARROW = 440
/** Pixels that a letter of 15 takes, more or less, and the room between a bar and its words. */
const LETTER = 7.9
const GAP = 12

type Props = { label: string; rows: readonly BarRow[]; nameWidth?: number | undefined }

/** Bars side by side from one zero; name before, figures after. On a phone the name stands above its bar. */
export function BarChart(props: Props) {
  let box: HTMLDivElement | undefined
  const width = createWidth(() => box, 560)
  const isNarrow = () => width() < NARROW
  const left = () => (isNarrow() ? 0 : (props.nameWidth ?? 132))
  const row = () => (isNarrow() ? 46 : ROW)
  const top = () => (isNarrow() ? 22 : 6)
  /** Room for the longest words after a bar, so that none stands over it. */
  const right = () =>
    isNarrow() ? 4 : GAP + LETTER * Math.max(0, ...props.rows.map(({ words }) => words.length))
  const x = createMemo(() =>
    scaleLinear()
      .domain([
        0,
        Math.max(1, ...props.rows.flatMap(({ value, mark, tail }) => [value, mark ?? 0, tail ?? 0])),
      ])
      .range([0, Math.max(40, width() - left() - right())]),
  )
  const height = () => Math.max(1, props.rows.length) * row()
  return (
    <div class="chart__box" ref={box}>
      <svg
        class="chart__svg"
        width={width()}
        viewBox={`0 0 ${width()} ${height()}`}
        role="img"
        aria-label={props.label}
      >
        <For each={props.rows}>
          {(one, at) => (
            <g transform={`translate(0 ${at() * row()})`}>
              <text class="chart__name" x={0} y={isNarrow() ? 15 : 20}>
                {one.name}
              </text>
              <text class="chart__words" x={width()} y={isNarrow() ? 15 : 20}>
                {one.words}
              </text>
              <Show when={one.tail}>
                {(tail) => (
                  <path
                    class="chart__tail"
                    d={`M${left() + x()(one.value)} ${top() + 9}H${left() + x()(tail())}v-5v10`}
                  />
                )}
              </Show>
              <rect class="chart__bar" x={left()} y={top()} width={x()(one.value)} height={18} />
              <Show when={one.mark}>
                {(mark) => (
                  <line
                    class="chart__mark"
                    x1={left() + x()(mark())}
                    x2={left() + x()(mark())}
                    y1={top() - 3}
                    y2={top() + 21}
                  />
                )}
              </Show>
            </g>
          )}
        </For>
      </svg>
    </div>
  )
}
