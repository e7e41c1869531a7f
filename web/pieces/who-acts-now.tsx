import { Show } from 'solid-js'

import type { ActsNow } from '#shared/transfers/acts-now.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { Bar } from '#web/parts/bar.tsx'
import { StateShape } from '#web/parts/state-mark.tsx'

import { actsSentence, isOverLimit, limitWords, minutesSince, sinceWords } from './acts-now-words.ts'
import { callWords } from './whom-to-call.ts'

import './who-acts-now.css'

type Props = {
  acts: ActsNow
  /** ISO, the server's clock. */
  now: string
  /** It is this person's turn. */
  mine?: boolean | undefined
  /** Stands in the sentence's place where the transfer has ended: "Ingetrokken: niet meer nodig". */
  ended?: string | undefined
  /** A word on the act that waits for signal: "nog niet verzonden". */
  pending?: string | undefined
}

/** The headline of every request: whose turn it is, since when, and how far the time has gone towards the limit. */
export function WhoActsNow(props: Props) {
  const over = () => isOverLimit(props.acts, props.now)
  return (
    <section class="who-acts" data-state={tone(props, over())}>
      <p class="who-acts__sentence">
        <span class="who-acts__mark">
          <StateShape state={props.ended ? 'stopped' : 'acts'} hollow={!props.ended && !props.mine} />
        </span>
        <span>
          {props.ended ?? actsSentence(props.acts, props.mine ?? false)}{' '}
          <span class="who-acts__since">
            — {props.ended ? endedAt(props.acts.since, props.now) : sinceWords(props.acts.since, props.now)}
          </span>
        </span>
      </p>
      <Show when={props.acts.limitMinutes}>
        {(limit) => (
          <div class="who-acts__limit">
            <Bar
              value={minutesSince(props.acts.since, props.now)}
              max={limit()}
              label={t('transfers.limit.label')}
              valueText={limitWords(props.acts, props.now)}
            />
            <p class="who-acts__words">
              <span>{limitWords(props.acts, props.now)}</span>
              <span>{callWords(props.acts, props.now)}</span>
            </p>
          </div>
        )}
      </Show>
      <Show when={props.pending}>
        <p class="who-acts__pending">{props.pending}</p>
      </Show>
    </section>
  )
}

const tone = (props: Props, over: boolean) =>
  props.ended ? 'waiting' : over ? 'stopped' : props.mine ? 'acts' : 'waiting'

const endedAt = (at: string, now: string): string =>
  daysBetween(now, at) === 0 ? clock(at) : moment(at, now)
