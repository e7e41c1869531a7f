import { createSignal, For, Show } from 'solid-js'

import { etaAtDestination, etaAtOrigin } from '#shared/rides/eta.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { placeOnLine } from '#shared/rides/ride-steps.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'

import { etaDelay, etaSource, etaTime } from './eta-words.ts'

import './ride-eta.css'

type Props = {
  ride: Ride
  now: string
  /** Only where this person may say it. */
  onTell: ((at: string) => void) | undefined
}

const MINUTE = 60_000
const NUDGES = [
  ['crew.eta.earlier', -5],
  ['crew.eta.later', 5],
  ['crew.eta.lateQuarter', 15],
] as const

/** When the ride is where it goes, who says so, and one tap to say it anew. */
export function RideEta(props: Props) {
  const [told, setTold] = createSignal<number>()
  const isToOrigin = () => placeOnLine(props.ride.state) < placeOnLine('at-origin')
  const place = () => hospitalName(isToOrigin() ? props.ride.from : props.ride.to)
  const eta = () => etaAtDestination(props.ride, props.now)
  /** Where it drives to now. */
  const next = () => (isToOrigin() ? etaAtOrigin(props.ride) : eta())
  const begin = () => {
    const known = Date.parse(next()?.at ?? props.ride.departAt)
    setTold(
      Math.max(
        Math.ceil(known / (5 * MINUTE)) * 5 * MINUTE,
        Math.ceil(Date.parse(props.now) / MINUTE) * MINUTE,
      ),
    )
  }
  const tell = () => {
    const at = told()
    setTold(undefined)
    if (at !== undefined) props.onTell?.(new Date(at).toISOString())
  }
  return (
    <Show when={eta()}>
      {(known) => (
        <div class="ride-eta">
          <div>
            <p>
              {t('crew.eta.title')} <span class="ride-eta__time">{etaTime(known(), props.now)}</span>
            </p>
            <p class="ride-eta__small">{etaSource(known())}</p>
            <Show when={etaDelay(known(), props.now)}>
              {(words) => (
                <p
                  classList={{ 'ride-eta__small': known().lateBy < 0, 'ride-eta__late': known().lateBy >= 0 }}
                >
                  {words()}
                </p>
              )}
            </Show>
          </div>
          <Show when={props.onTell}>
            <Button icon="clock" onClick={begin}>
              {t('crew.eta.open')}
            </Button>
          </Show>
          <Dialog
            open={told() !== undefined}
            title={t('crew.eta.sheet')}
            onClose={() => setTold(undefined)}
            sheet
            footer={
              <div class="ride-eta__foot">
                <Button variant="primary" wide onClick={tell}>
                  {t('crew.eta.do', { time: clock(told() ?? 0) })}
                </Button>
                <Button wide onClick={() => setTold(undefined)}>
                  {t('common.cancel')}
                </Button>
              </div>
            }
          >
            <div class="ride-eta__sheet">
              <p>
                <Show when={next()} fallback={t('crew.eta.sheetNone', { place: place() })}>
                  {(at) => t('crew.eta.sheetText', { place: place(), time: etaTime(at(), props.now) })}
                </Show>
              </p>
              <p class="ride-eta__new" aria-live="polite">
                {clock(told() ?? 0)}
              </p>
              <div class="ride-eta__nudges">
                <For each={NUDGES}>
                  {([key, minutes]) => (
                    <Button onClick={() => setTold((at) => (at ?? 0) + minutes * MINUTE)}>{t(key)}</Button>
                  )}
                </For>
              </div>
            </div>
          </Dialog>
        </div>
      )}
    </Show>
  )
}
