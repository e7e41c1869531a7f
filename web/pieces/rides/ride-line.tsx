import { Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode, TransferRoute } from '#web/pieces/transfers/transfer-cells.tsx'

import { rideLook, rideSince } from './ride-look.ts'

import '#web/pieces/list-line.css'
import './ride-line.css'

type Props = {
  ride: Ride & { pending?: true | undefined }
  /** Null where this person sees the ride alone. */
  transfer: Transfer | null
  href: string
  now: string
  selected?: boolean | undefined
}

/** One ride as one dense line of a list: from → to, the vehicle, where it stands and since when. */
export function RideLine(props: Props) {
  return (
    <a
      class="list-line ride-line"
      href={props.href}
      aria-current={props.selected ? 'true' : undefined}
      data-pending={props.ride.pending ? '' : undefined}
    >
      <span class="ride-line__code">
        <Show when={props.transfer}>{(transfer) => <TransferCode code={transfer().code} />}</Show>
      </span>
      <span class="ride-line__route">
        <TransferRoute
          transfer={{
            from: props.ride.from,
            to: props.ride.to,
            directedTo: null,
            level: 'region',
            state: 'planned',
          }}
        />
      </span>
      <span class="ride-line__bed">
        <Show when={props.transfer}>{(transfer) => <TransferBed transfer={transfer()} />}</Show>
      </span>
      <span class="ride-line__state">
        <StateMark
          state={rideLook(props.ride.state)}
          label={term('ride', props.ride.state)}
          note={props.ride.pending ? t('transfers.pending.short') : undefined}
        />
      </span>
      <span class="ride-line__vehicle">{vehicleName(props.ride.vehicle)}</span>
      <span class="ride-line__time">
        <Time ride={props.ride} now={props.now} />
      </span>
    </a>
  )
}

function Time(props: { ride: Ride; now: string }) {
  return (
    <Show
      when={rideSince(props.ride)}
      fallback={
        <Show
          when={props.ride.departAt < props.now}
          fallback={t('transport.line.departs', { at: moment(props.ride.departAt, props.now) })}
        >
          <span class="ride-line__late">
            {t('transport.line.overdue', { at: moment(props.ride.departAt, props.now) })}
          </span>
        </Show>
      }
    >
      {(since) => <>{t('transport.line.since', { at: moment(since(), props.now) })}</>}
    </Show>
  )
}
