import { createMemo, For, Show } from 'solid-js'

import type { BoardMove, BoardRide, BoardVehicle, DayBoard } from '#shared/wire/day-board.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { hospitalName, orgName } from '#web/pieces/place-name.ts'
import { rideLook } from '#web/pieces/rides/ride-look.ts'
import { term } from '#web/pieces/term.ts'

import { hoursOf, instantAt, placeOf } from './board-time.ts'

import './timeline.css'

export type Spot = { vehicle: string; departAt: string }

type Props = {
  board: DayBoard
  now: string
  /** What is being planned, and where it would come. */
  move: BoardMove | undefined
  wish: Spot | undefined
  /** Something stands in the way of the wish. */
  clashes: boolean
  onSpot: (spot: Spot) => void
  onRide: (ride: BoardRide) => void
}

/** Vehicles under each other, time to the right; rides as bars with where from and where to. */
export function Timeline(props: Props) {
  const rides = createMemo(() => {
    const byVehicle = new Map<string, BoardRide[]>()
    for (const ride of props.board.rides)
      byVehicle.set(ride.vehicle, [...(byVehicle.get(ride.vehicle) ?? []), ride])
    return byVehicle
  })
  const now = () => (props.now > props.board.from && props.now < props.board.until ? props.now : undefined)
  return (
    <section class="day-line" aria-label={t('dayBoard.timeline')}>
      <div class="day-line__head" aria-hidden="true">
        <For each={hoursOf(props.board, 3)}>
          {(at) => (
            <span class="day-line__hour" style={{ '--at': `${placeOf(at, props.board)}%` }}>
              {clock(at)}
            </span>
          )}
        </For>
      </div>
      <ul class="day-line__rows">
        <For each={props.board.vehicles}>
          {(vehicle) => (
            <Row
              {...props}
              vehicle={vehicle}
              rides={rides().get(vehicle.id) ?? []}
              nowAt={now()}
              fits={props.move?.fits.some((fit) => fit.vehicle === vehicle.id) ?? false}
            />
          )}
        </For>
      </ul>
    </section>
  )
}

type RowProps = Props & {
  vehicle: BoardVehicle
  rides: readonly BoardRide[]
  nowAt: string | undefined
  fits: boolean
}

function Row(props: RowProps) {
  /** By keyboard the same is done in the form beside: vehicle and time are fields there. */
  const listen = (track: HTMLElement) => {
    const place = ({ clientX }: MouseEvent) => {
      if (props.move === undefined) return
      const { left, width } = track.getBoundingClientRect()
      props.onSpot({ vehicle: props.vehicle.id, departAt: instantAt((clientX - left) / width, props.board) })
    }
    track.addEventListener('click', place)
    track.addEventListener('dragover', (event) => props.move && event.preventDefault())
    track.addEventListener('drop', (event) => {
      event.preventDefault()
      place(event)
    })
  }
  const wished = () => (props.wish?.vehicle === props.vehicle.id ? props.wish : undefined)
  return (
    <li class="day-line__row" data-fits={props.move && String(props.fits)}>
      <span class="day-line__vehicle">
        <strong>{props.vehicle.name}</strong>
        <span class="day-line__org">{outWords(props.vehicle, props.now) ?? orgName(props.vehicle.org)}</span>
      </span>
      <div class="day-line__track" ref={listen}>
        <Show when={props.fits && props.move?.window}>
          {(window) => (
            <span
              class="day-line__window"
              style={span(window().from, window().until ?? props.board.until, props.board)}
            />
          )}
        </Show>
        <For each={props.rides}>
          {(ride) => <Bar ride={ride} board={props.board} onRide={props.onRide} />}
        </For>
        <Show when={wished()}>
          {(wish) => (
            <span
              class="day-line__wish"
              data-clashes={String(props.clashes)}
              style={span(wish().departAt, arrivalOf(props, wish().departAt), props.board)}
            />
          )}
        </Show>
        <Show when={props.nowAt}>
          {(at) => <span class="day-line__now" style={{ '--at': `${placeOf(at(), props.board)}%` }} />}
        </Show>
      </div>
    </li>
  )
}

const arrivalOf = ({ move, vehicle }: RowProps, departAt: string): string => {
  const minutes = vehicle.kind === 'micu' ? move?.minutes.micu : move?.minutes.ambulance
  return new Date(Date.parse(departAt) + (minutes ?? 60) * 60_000).toISOString()
}

const span = (from: string, until: string, board: DayBoard) => ({
  '--at': `${placeOf(from, board)}%`,
  '--long': `${Math.max(0.4, placeOf(until, board) - placeOf(from, board))}%`,
})

const outWords = ({ out }: BoardVehicle, now: string): string | undefined => {
  if (out === null || (out.until !== null && out.until < now)) return undefined
  return out.until === null ? t('dayBoard.out') : t('dayBoard.outUntil', { until: moment(out.until, now) })
}

function Bar(props: { ride: BoardRide; board: DayBoard; onRide: (ride: BoardRide) => void }) {
  const label = () => {
    const { ride } = props
    const times = { from: clock(ride.departAt), until: clock(ride.heldUntil) }
    if (ride.code === null) return t('dayBoard.held', times)
    return t('dayBoard.ride', {
      ...times,
      code: `${ride.code.slice(0, 3)}-${ride.code.slice(3)}`,
      origin: hospitalName(ride.from ?? ''),
      destination: hospitalName(ride.to ?? ''),
      state: term('ride', ride.state),
    })
  }
  return (
    <>
      <span class="day-line__held" style={span(props.ride.heldFrom, props.ride.heldUntil, props.board)} />
      <button
        type="button"
        class="day-line__bar"
        data-state={rideLook(props.ride.state)}
        data-outside={String(props.ride.outsideWindow || props.ride.outsideShift)}
        disabled={props.ride.transfer === null}
        aria-label={label()}
        title={label()}
        style={span(props.ride.departAt, props.ride.arriveAt, props.board)}
        onClick={(event) => {
          event.stopPropagation()
          props.onRide(props.ride)
        }}
      >
        <Show when={props.ride.from !== null}>
          <span class="day-line__route">
            {hospitalName(props.ride.from ?? '')} → {hospitalName(props.ride.to ?? '')}
          </span>
        </Show>
      </button>
    </>
  )
}
