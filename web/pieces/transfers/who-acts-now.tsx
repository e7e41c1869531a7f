import { For, Show } from 'solid-js'

import type { ActsNow } from '#shared/transfers/acts-now.ts'
import type { OrgLine } from '#shared/transfers/lines-for.ts'
import type { Escalation } from '#shared/transfers/transfer.ts'
import { isOverLimit, minutesSince } from '#shared/transfers/turn.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { Bar } from '#web/parts/bar.tsx'
import { type State, StateShape } from '#web/parts/state-mark.tsx'

import { actsSentence, limitWords, sinceWords } from './acts-now-words.ts'
import { CallLinks } from './call-links.tsx'
import { escalationWords } from './escalation-words.ts'
import { callWords, dueWords, whomToCall } from './whom-to-call.ts'

import './who-acts-now.css'

type Props = {
  acts: ActsNow
  /** ISO, the server's clock. */
  now: string
  /** It is this person's turn. */
  mine?: boolean | undefined
  /** Stands in the sentence's place where the transfer has ended: "Ingetrokken: niet meer nodig". */
  ended?: string | undefined
  /** How it ended; stopped unless said. */
  endedLook?: State | undefined
  /** The server does not have it yet: nobody acts before it does. */
  unsent?: boolean | undefined
  /** A word on the act that waits for signal: "nog niet verzonden". */
  pending?: string | undefined
  /** How far the alert of this turn went. */
  escalation?: Escalation | null | undefined
  /** Of functions that may be called about it: whoever waits can dial them here. */
  lines?: readonly OrgLine[] | undefined
}

/** The headline of every request: whose turn it is, since when, and how far the time has gone towards the limit. */
export function WhoActsNow(props: Props) {
  const over = () => isOverLimit(props.acts, props.now)
  const sentence = () => {
    const turn = actsSentence(props.acts, props.mine ?? false)
    return props.ended ?? (props.unsent ? t('transfers.unsent.then', { turn }) : turn)
  }
  const since = () =>
    props.ended ? endedAt(props.acts.since, props.now) : sinceWords(props.acts.since, props.now)
  return (
    <section class="who-acts" aria-label={t('transfers.actsNow')} data-state={tone(props, over())}>
      <p class="who-acts__sentence">
        <span class="who-acts__mark">
          <StateShape state={markOf(props)} hollow={!props.ended && !props.mine} />
        </span>
        <span>
          {sentence()}{' '}
          <Show when={!props.unsent}>
            <span class="who-acts__since">— {since()}</span>
          </Show>
        </span>
      </p>
      <Show
        when={!props.unsent}
        fallback={
          <p class="who-acts__pending">{t('transfers.unsent.call', { whom: whomToCall(props.acts) })}</p>
        }
      >
        <Limit acts={props.acts} now={props.now} mine={props.mine ?? false} />
      </Show>
      <Show when={!props.ended}>
        <For each={escalationWords(props.escalation, props.acts, props.now)}>
          {(words) => <p class="who-acts__escalated">{words}</p>}
        </For>
      </Show>
      <Show when={!props.ended && !props.mine && !props.unsent && props.acts.limitMinutes}>
        <CallLinks acts={props.acts} lines={props.lines} />
      </Show>
      <Show when={props.pending && !props.unsent}>
        <p class="who-acts__pending">{props.pending}</p>
      </Show>
    </section>
  )
}

function Limit(props: { acts: ActsNow; now: string; mine: boolean }) {
  const words = () => limitWords(props.acts, props.now)
  return (
    <Show when={props.acts.limitMinutes}>
      {(limit) => (
        <div class="who-acts__limit">
          <Bar
            value={minutesSince(props.acts.since, props.now)}
            max={limit()}
            label={t('transfers.limit.label')}
            valueText={words()}
          />
          <p class="who-acts__words">
            <span>{words()}</span>
            <span>{props.mine ? dueWords(props.acts, props.now) : callWords(props.acts, props.now)}</span>
          </p>
        </div>
      )}
    </Show>
  )
}

const markOf = (props: Props): State =>
  props.ended ? (props.endedLook ?? 'stopped') : props.unsent ? 'waiting' : 'acts'

const tone = (props: Props, over: boolean) =>
  props.ended ? 'waiting' : over ? 'stopped' : props.mine ? 'acts' : 'waiting'

const endedAt = (at: string, now: string): string =>
  daysBetween(now, at) === 0 ? clock(at) : moment(at, now)
