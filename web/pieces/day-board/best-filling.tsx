import { For, Show } from 'solid-js'

import type { DaySuggestion } from '#shared/wire/day-board.ts'
import { clock, duration, kilometres, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'

import './best-filling.css'

type Props = {
  found: DaySuggestion
  /** Transfers that were taken over. */
  taken: ReadonlySet<string>
  busy: boolean
  onTake: (rides: DaySuggestion['rides']) => void
}

/** A ride not driven counts this many kilometres (shared/transport/fill.ts). */
const RIDE_KM = 2000

/** What the search found: the rides, what they save against planning by hand, and whether it is proven. */
export function BestFilling(props: Props) {
  const open = () => props.found.rides.filter(({ transfer }) => !props.taken.has(transfer))
  return (
    <Show when={props.found.rides.length > 0} fallback={<p class="best__none">{t('dayBoard.best.none')}</p>}>
      <p class="best__sums">
        <strong>{sumsOf(props.found)}</strong> {savedOf(props.found)}
      </p>
      <p class="best__proof">
        {proofOf(props.found)} {t('dayBoard.best.decides')}
      </p>
      <ul class="best">
        <For each={props.found.rides}>
          {(ride) => (
            <li class="best__ride">
              <span class="best__words">
                <strong>
                  {ride.code.slice(0, 3)}-{ride.code.slice(3)}
                </strong>{' '}
                {vehicleName(ride.vehicle)}, {clock(ride.departAt)}
                <span class="best__empty">
                  {ride.chained
                    ? t('dayBoard.best.chained')
                    : t('dayBoard.best.empty', { km: kilometres(ride.emptyKm) })}
                </span>
              </span>
              <Show when={!props.taken.has(ride.transfer)} fallback={<span>{t('dayBoard.best.taken')}</span>}>
                <Button busy={props.busy} onClick={() => props.onTake([ride])}>
                  {t('dayBoard.best.take')}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={open().length > 1}>
        <p class="best__all">
          <Button busy={props.busy} onClick={() => props.onTake(open())}>
            {t('dayBoard.best.takeAll', { count: open().length })}
          </Button>
        </p>
      </Show>
      <Show when={props.found.left.length > 0}>
        <p class="best__left">
          {t('dayBoard.best.left', {
            codes: props.found.left.map((code) => `${code.slice(0, 3)}-${code.slice(3)}`).join(', '),
          })}
        </p>
      </Show>
    </Show>
  )
}

const sumsOf = ({ sums }: DaySuggestion): string =>
  t('dayBoard.best.sums', {
    count: sums.placed,
    km: kilometres(sums.emptyKm),
    hours: duration(sums.emptyMinutes * 60_000),
  })

function savedOf({ sums, byHand }: DaySuggestion): string {
  const more = sums.placed - byHand.placed
  if (more > 0) return t('dayBoard.best.more', { placed: byHand.placed, more })
  const [km, minutes] = [byHand.emptyKm - sums.emptyKm, byHand.emptyMinutes - sums.emptyMinutes]
  if (km <= 0) return t('dayBoard.best.same')
  return t('dayBoard.best.saves', {
    placed: byHand.placed,
    km: kilometres(byHand.emptyKm),
    saved: kilometres(km),
    time: duration(Math.max(0, minutes) * 60_000),
  })
}

function proofOf({ optimal, gapKm, ms }: DaySuggestion): string {
  if (optimal) return t('dayBoard.best.optimal', { ms })
  if (gapKm === null) return t('dayBoard.best.unknown', { ms })
  if (gapKm >= RIDE_KM) return t('dayBoard.best.gapRides', { ms, rides: Math.floor(gapKm / RIDE_KM) })
  return t('dayBoard.best.gap', { ms, km: number(Math.ceil(gapKm), 0) })
}
