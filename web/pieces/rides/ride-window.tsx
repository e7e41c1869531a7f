import { createMemo, Show } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Window } from '#shared/transfers/transfer.ts'
import { clock, duration, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { isOutside, quickDepartures, windowWords } from '#web/pieces/transport/window-words.ts'

import './ride-window.css'

export const DEPART_ID = 'ride-depart'
export const WINDOW_REASON_ID = 'ride-window-reason'

type Props = {
  window: Window | null
  readyFrom: string
  now: string
  departAt: string | undefined
  reason: string
  onDepart: (at: string | undefined) => void
  onReason: (reason: string) => void
  /** Driving minutes of the loaded leg, an estimate; null while no vehicle is chosen. */
  minutes: number | null
  departError?: string | undefined
  reasonError?: string | undefined
}

/** When to drive: the window in words, quick choices inside it, and outside it only with a reason (R5). */
export function RideWindow(props: Props) {
  const quick = createMemo(() =>
    quickDepartures({ window: props.window, readyFrom: props.readyFrom, now: props.now }).map((at) => ({
      at,
      label: moment(at, props.now),
    })),
  )
  const outside = () =>
    props.window !== null && props.departAt !== undefined && isOutside(props.departAt, props.window)
  const beforeReady = () => props.departAt !== undefined && toMs(props.departAt) < toMs(props.readyFrom)
  return (
    <div class="ride-window">
      <Show when={props.window}>
        {(window) => (
          <p class="ride-window__words">
            <strong>{windowWords(window(), props.now)}</strong>
            <span class="ride-window__why">{t(`transport.window.${window().basis}`)}</span>
          </p>
        )}
      </Show>
      <DateTimeField
        id={DEPART_ID}
        label={t('transport.depart')}
        hint={t('transport.departHint', { ready: moment(props.readyFrom, props.now) })}
        value={props.departAt}
        quick={quick()}
        error={props.departError}
        onChange={(at) => props.onDepart(at?.toISOString())}
      />
      <Show when={beforeReady()}>
        <p class="ride-window__early">
          {t('transport.beforeReady', { ready: moment(props.readyFrom, props.now) })}
        </p>
      </Show>
      <Show when={props.minutes !== null && props.departAt}>
        {(at) => (
          <p class="ride-window__arrival">
            {t('transport.arrival', {
              at: clock(toMs(at()) + (props.minutes ?? 0) * 60_000),
              duration: duration((props.minutes ?? 0) * 60_000),
            })}
          </p>
        )}
      </Show>
      <Show when={outside()}>
        <Notice kind="warn" live="polite" title={t('transport.outside')}>
          {t('transport.outsideText')}
        </Notice>
        <TextArea
          id={WINDOW_REASON_ID}
          label={t('transport.outsideReason')}
          value={props.reason}
          limit={FREE_TEXT_MAX}
          rows={2}
          error={props.reasonError}
          onChange={(reason) => props.onReason(reason)}
        />
      </Show>
    </div>
  )
}
