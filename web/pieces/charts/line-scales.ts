import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

export type Value = number | null
export type Series = {
  /** At the end of its line. */
  label: string
  values: readonly Value[]
  look: 'main' | 'second' | 'limit' | 'expected'
}
export type Band = { low: readonly Value[]; high: readonly Value[] }

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number }

const LABEL_HEIGHT = 17

/** Positions of everything in a line chart, in pixels. `days`: how many stand side by side. */
export function lineScales(series: readonly Series[], band: Band | undefined, days: number, frame: Frame) {
  const all = [...series.flatMap(({ values }) => values), ...(band?.high ?? [])].filter(
    (value): value is number => value !== null,
  )
  const y = scaleLinear()
    .domain([0, Math.max(1, ...all)])
    .nice(4)
    .range([frame.height - frame.bottom, frame.top])
  const x = scaleLinear()
    .domain([0, Math.max(1, days - 1)])
    .range([frame.left, frame.width - frame.right])
  const path = line<Value>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0))
  const bandPath = area<number>()
    .defined((at) => band?.low[at] != null && band.high[at] != null)
    .x((at) => x(at))
    .y0((at) => y(band?.low[at] ?? 0))
    .y1((at) => y(band?.high[at] ?? 0))
  return {
    x,
    y,
    ticks: y.ticks(4).map((value) => ({ value, at: y(value) })),
    paths: series.map(({ values }) => path(values) ?? ''),
    band: band === undefined ? '' : (bandPath(Array.from({ length: days }, (_, at) => at)) ?? ''),
    ends: spread(
      series.map(({ values }) => values.findLast((value) => value !== null) ?? null),
      y,
      [frame.top, frame.height - frame.bottom],
    ),
  }
}

/** Words at the ends of lines, none over another and all inside. */
function spread(
  values: readonly Value[],
  y: (value: number) => number,
  [top, bottom]: readonly [number, number],
): (number | null)[] {
  const placed = values
    .map((value, at) => ({ at, y: value === null ? null : y(value) }))
    .filter((one): one is { at: number; y: number } => one.y !== null)
    .sort((a, b) => a.y - b.y)
  let least = top
  for (const one of placed) {
    one.y = Math.max(one.y, least)
    least = one.y + LABEL_HEIGHT
  }
  let most = bottom
  for (const one of placed.toReversed()) {
    one.y = Math.min(one.y, most)
    most = one.y - LABEL_HEIGHT
  }
  return values.map((_, at) => placed.find((one) => one.at === at)?.y ?? null)
}
