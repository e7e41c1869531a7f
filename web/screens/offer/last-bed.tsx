import { Show } from 'solid-js'

import type { Reservation } from '#shared/beds/reservation.ts'
import { showCode } from '#shared/transfers/transfer.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import type { OutboxEntry } from '#web/state/outbox.ts'
import { createReservations } from '#web/state/reservations.ts'
import { createTransfer } from '#web/state/transfers.ts'

type Props = { reservation: Reservation; entries: readonly OutboxEntry[] }

/** Whom the last bed went to, when this answer came too late for it. */
export function LastBed(props: Props) {
  const cameLate = () => props.entries.some(({ refusal }) => refusal?.code === 'bed.none-left')
  const others = createReservations(
    ({ id, hospital, bed, confirmedAt }) =>
      id !== props.reservation.id &&
      hospital === props.reservation.hospital &&
      bed === props.reservation.bed &&
      confirmedAt !== null,
  )
  const winner = () =>
    others()
      ?.toSorted((a, b) => (a.confirmedAt ?? '').localeCompare(b.confirmedAt ?? ''))
      .at(-1)
  const transfer = createTransfer(() => winner()?.transfer ?? '')
  return (
    <Show when={cameLate() && transfer()}>
      {(row) => (
        <p>
          {t('matching.lastBed', {
            time: clock(winner()?.confirmedAt ?? row().since),
            code: showCode(row().code),
          })}
        </p>
      )}
    </Show>
  )
}
