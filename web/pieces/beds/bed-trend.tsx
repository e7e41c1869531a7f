import { createMemo, Show } from 'solid-js'

import type { Observation } from '#shared/beds/observation.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { t } from '#web/i18n/t.ts'
import { Sparkline, type SparkPoint } from '#web/pieces/charts/sparkline.tsx'

import './bed-trend.css'

type Props = {
  beds: Pick<Beds, 'occupied' | 'operational'>
  /** Newest first. */
  lines: readonly Observation[]
  /** ISO, the server's clock. */
  now: string
}

const DAYS = 14
const DAY_MS = 24 * 3_600_000

/** What counted, in order of time; what lay beside or came too late never did. */
export const countedPoints = (lines: readonly Observation[], since: number): SparkPoint[] =>
  lines
    .filter(({ became }) => became === 'current' || became === 'lifted')
    .map(({ observedAt, occupied, operational }) => ({
      at: Date.parse(observedAt),
      value: occupied,
      limit: operational,
    }))
    .filter(({ at }) => at >= since)
    .sort((a, b) => a.at - b.at)

/** Beside the free beds: how many were occupied in two weeks, under the staffed ones; nothing while too little is known. */
export function BedTrend(props: Props) {
  const until = () => Date.parse(props.now)
  const since = () => until() - DAYS * DAY_MS
  const points = createMemo(() => {
    const { occupied, operational } = props.beds
    const counted = countedPoints(props.lines, since())
    return counted.length < 2 ? [] : [...counted, { at: until(), value: occupied, limit: operational }]
  })
  const spread = () => {
    const all = points().map(({ value }) => value)
    return { least: Math.min(...all), most: Math.max(...all) }
  }
  return (
    <Show when={points().length > 0}>
      <div class="bed-trend">
        <Sparkline
          points={points()}
          from={since()}
          until={until()}
          label={t('beds.trend.label', { ...spread(), now: props.beds.occupied })}
        />
        <span class="bed-trend__words" aria-hidden="true">
          {t('beds.trend', spread())}
        </span>
      </div>
    </Show>
  )
}
