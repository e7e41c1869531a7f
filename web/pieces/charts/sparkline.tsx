import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { createMemo } from 'solid-js'

import './sparkline.css'

export type SparkPoint = { at: number; value: number; limit: number }
type Props = {
  /** In order of time, two at least. */
  points: readonly SparkPoint[]
  from: number
  until: number
  /** What a screen reader says instead of the picture. */
  label: string
}

const WIDTH = 168
const HEIGHT = 40
const EDGE = 4

/** A figure's last weeks in a word's size: its line, above it what bounds it, and where it stands now. */
export function Sparkline(props: Props) {
  const x = createMemo(() =>
    scaleLinear()
      .domain([props.from, props.until])
      .range([EDGE, WIDTH - EDGE])
      .clamp(true),
  )
  const y = createMemo(() => {
    const all = props.points.flatMap(({ value, limit }) => [value, limit])
    const [least, most] = [Math.min(...all), Math.max(...all)]
    // A figure that stood still is a level line, not noise blown up.
    const room = Math.max(4, most - least)
    return scaleLinear()
      .domain([most - room, most])
      .range([HEIGHT - EDGE, EDGE])
  })
  const until = () => {
    const last = props.points.at(-1)
    return last === undefined ? [] : [...props.points, { ...last, at: props.until }]
  }
  const path = (of: 'value' | 'limit') =>
    line<SparkPoint>()
      .curve(curveStepAfter)
      .x(({ at }) => x()(at))
      .y((point) => y()(point[of]))(until()) ?? ''
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.label}>
      <path class="sparkline__limit" d={path('limit')} />
      <path class="sparkline__line" d={path('value')} />
      <circle
        class="sparkline__now"
        cx={x()(props.until)}
        cy={y()(props.points.at(-1)?.value ?? 0)}
        r={EDGE - 0.5}
      />
    </svg>
  )
}
