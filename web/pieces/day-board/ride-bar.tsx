import { createMemo, Show } from 'solid-js'

import type { BoardRide } from '#shared/wire/day-board.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { rideLook } from '#web/pieces/rides/ride-look.ts'
import { term } from '#web/pieces/term.ts'

import { type Reach, spanOf } from './board-time.ts'
import { makeDraggable, type Spot } from './drag-ride.ts'

export type BarActs = {
  onRide: (ride: BoardRide) => void
  /** A ride that may be moved is picked up, carried, put down; or nudged with the arrow keys. */
  onGrab: (ride: BoardRide) => void
  onSpot: (spot: Spot) => void
  onDrop: (spot: Spot) => void
  onCancel: () => void
  onNudge: (ride: BoardRide, by: { minutes: number; rows: number }) => void
}

type Props = {
  ride: BoardRide
  reach: Reach
  picked: boolean
  endsBefore: string | undefined
  acts: BarActs
}

const NUDGES: Readonly<Record<string, { minutes: number; rows: number }>> = {
  ArrowLeft: { minutes: -15, rows: 0 },
  ArrowRight: { minutes: 15, rows: 0 },
  ArrowUp: { minutes: 0, rows: -1 },
  ArrowDown: { minutes: 0, rows: 1 },
}

/** One ride on its vehicle's line: how long that is held, the drive within it, and what it goes on from. */
export function RideBar(props: Props) {
  // One press touches two bars of hundreds: what is dear is kept by itself.
  const label = createMemo(() => {
    const { ride } = props
    const times = { from: clock(ride.departAt), until: clock(ride.heldUntil) }
    if (ride.code === null) return t('dayBoard.held', times)
    const words = t('dayBoard.ride', {
      ...times,
      code: `${ride.code.slice(0, 3)}-${ride.code.slice(3)}`,
      origin: hospitalName(ride.from ?? ''),
      destination: hospitalName(ride.to ?? ''),
      state: term('ride', ride.state),
    })
    return ride.chained ? `${words}; ${t('dayBoard.chained')}` : words
  })
  const driven = createMemo(() => spanOf(props.ride.departAt, props.ride.arriveAt, props.reach))
  const held = createMemo(() => spanOf(props.ride.heldFrom, props.ride.heldUntil, props.reach))
  const nudge = (event: KeyboardEvent) => {
    const by = NUDGES[event.key]
    if (by === undefined || props.ride.move === null) return
    event.preventDefault()
    props.acts.onNudge(props.ride, by)
  }
  const drag = (bar: HTMLElement) =>
    makeDraggable(bar, {
      ride: () => props.ride,
      reach: () => props.reach,
      onGrab: (ride) => props.acts.onGrab(ride),
      onOver: (spot) => props.acts.onSpot(spot),
      onDrop: (spot) => props.acts.onDrop(spot),
      onCancel: () => props.acts.onCancel(),
    })
  return (
    <>
      <Show when={props.ride.chained && props.endsBefore}>
        {(end) => <span class="day-line__chain" style={spanOf(end(), props.ride.departAt, props.reach)} />}
      </Show>
      <span class="day-line__held" style={held()} />
      <button
        type="button"
        class="day-line__bar"
        data-state={rideLook(props.ride.state)}
        data-outside={String(props.ride.outsideWindow || props.ride.outsideShift)}
        data-movable={String(props.ride.move !== null)}
        data-picked={String(props.picked)}
        disabled={props.ride.transfer === null}
        aria-label={label()}
        title={label()}
        style={driven()}
        ref={drag}
        onKeyDown={nudge}
        onClick={(event) => {
          event.stopPropagation()
          props.acts.onRide(props.ride)
        }}
      >
        <Show when={props.ride.from !== null}>
          <span class="day-line__route">
            <span class="day-line__end">{hospitalName(props.ride.from ?? '')}</span>
            <span class="day-line__end">→ {hospitalName(props.ride.to ?? '')}</span>
          </span>
        </Show>
      </button>
    </>
  )
}
