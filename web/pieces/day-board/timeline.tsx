import { createEffect, createMemo, createSelector, createSignal, For, on, Show } from 'solid-js'

import type { BoardMove, BoardRide, BoardVehicle, DayBoard } from '#shared/wire/day-board.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { orgName } from '#web/pieces/place-name.ts'

import { createAfterPaint, createGrowing } from './after-paint.ts'
import { hoursOf, instantAt, placeOf, type Reach, spanOf } from './board-time.ts'
import type { Spot } from './drag-ride.ts'
import { type BarActs, RideBar } from './ride-bar.tsx'

import './timeline.css'

export type { Spot } from './drag-ride.ts'

type Props = {
  board: DayBoard
  now: string
  /** What is being planned, and where it would come. */
  move: BoardMove | undefined
  wish: Spot | undefined
  /** Something stands in the way of the wish. */
  clashes: boolean
  /** The ride that is being moved. */
  picked: string | undefined
  acts: BarActs
}

/** Of more vehicles than this, those that drive or may be asked to stand there first. */
const MANY = 24
/** So many lines fill a screen; the rides of the others are drawn right after. */
const SCREENFUL = 14
const NONE: readonly BoardRide[] = []

/** Vehicles under each other, time to the right; rides as bars with where from and where to. */
export function Timeline(props: Props) {
  const rides = createMemo(() => {
    const byVehicle = new Map<string, BoardRide[]>()
    for (const ride of props.board.rides)
      byVehicle.set(ride.vehicle, [...(byVehicle.get(ride.vehicle) ?? []), ride])
    return byVehicle
  })
  // The bar and its wish answer the press; which lines may drive it is drawn right after.
  const asked = createAfterPaint(() => props.move)
  const fitting = createMemo(() => new Set(asked()?.fits.map(({ vehicle }) => vehicle)))
  const isPicked = createSelector(() => props.picked)
  // A board that is fetched anew reaches as far: nothing is drawn again for that.
  const reach = createMemo<Reach>(() => ({ from: props.board.from, until: props.board.until }), props.board, {
    equals: (old, next) => old.from === next.from && old.until === next.until,
  })
  const [all, setAll] = createSignal(false)
  const wanted = createMemo(() => {
    const { vehicles } = props.board
    if (vehicles.length <= MANY) return vehicles
    // Nothing shifts under a ride that is being carried.
    const isShut = props.picked !== undefined
    return vehicles.filter(({ id }) => rides().has(id) || (!isShut && fitting().has(id)))
  })
  const shown = () => (all() ? props.board.vehicles : wanted())
  const drawn = createGrowing(() => shown().length, SCREENFUL, 6)
  const idle = () => props.board.vehicles.length - wanted().length
  let line: HTMLElement | undefined
  // A day is wider than a phone: it opens at now, and at seven on a day to come.
  createEffect(
    on(
      createMemo(() => props.board.day),
      () => line && openAt(line, now() ?? instantAt(7 / 24, props.board), props.board),
    ),
  )
  const isWished = createSelector(() => props.wish?.vehicle)
  const wishOf = (vehicle: BoardVehicle): Span | undefined =>
    isWished(vehicle.id) && props.wish ? spanOn(vehicle, props.wish.departAt, props.move) : undefined
  const now = () => (props.now > props.board.from && props.now < props.board.until ? props.now : undefined)
  return (
    <>
      <section class="day-line" aria-label={t('dayBoard.timeline')} ref={line}>
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
          <For each={shown()}>
            {(vehicle, index) => (
              <Row
                vehicle={vehicle}
                rides={index() < drawn() ? (rides().get(vehicle.id) ?? NONE) : NONE}
                reach={reach()}
                now={props.now}
                nowAt={now()}
                asked={asked()}
                fits={fitting().has(vehicle.id)}
                isPicked={isPicked}
                wish={wishOf(vehicle)}
                clashes={props.clashes}
                acts={props.acts}
              />
            )}
          </For>
        </ul>
      </section>
      <Show when={idle() > 0}>
        <Button variant="quiet" onClick={() => setAll((shown) => !shown)}>
          {all() ? t('dayBoard.idle.hide') : t('dayBoard.idle.show', { count: idle() })}
        </Button>
      </Show>
    </>
  )
}

/** Scrolls so that this instant stands near the beginning of what is seen. */
function openAt(line: HTMLElement, at: string, board: DayBoard): void {
  const track = line.querySelector('.day-line__head')
  if (track === null || line.scrollWidth <= line.clientWidth) return
  const { width } = track.getBoundingClientRect()
  line.scrollLeft = Math.max(0, (placeOf(at, board) / 100) * width - 48)
}

type RowProps = {
  vehicle: BoardVehicle
  rides: readonly BoardRide[]
  reach: Reach
  now: string
  nowAt: string | undefined
  /** What is being planned, and whether this vehicle may drive it. */
  asked: BoardMove | undefined
  fits: boolean
  isPicked: (ride: string) => boolean
  /** From when until when it would drive here. */
  wish: Span | undefined
  clashes: boolean
  acts: BarActs
}

function Row(props: RowProps) {
  /** By keyboard the same is done in the form beside: vehicle and time are fields there. */
  const listen = (track: HTMLElement) => {
    const place = ({ clientX }: MouseEvent) => {
      if (props.asked === undefined) return
      const { left, width } = track.getBoundingClientRect()
      props.acts.onSpot({
        vehicle: props.vehicle.id,
        departAt: instantAt((clientX - left) / width, props.reach),
      })
    }
    track.addEventListener('click', place)
    track.addEventListener('dragover', (event) => props.asked && event.preventDefault())
    track.addEventListener('drop', (event) => {
      event.preventDefault()
      place(event)
    })
  }
  return (
    <li class="day-line__row" data-vehicle={props.vehicle.id} data-fits={props.asked && String(props.fits)}>
      <span class="day-line__vehicle">
        <strong>{props.vehicle.name}</strong>
        <span class="day-line__org">{outWords(props.vehicle, props.now) ?? orgName(props.vehicle.org)}</span>
      </span>
      <div class="day-line__track" ref={listen}>
        <Show when={props.fits && props.asked?.window}>
          {(window) => (
            <span
              class="day-line__window"
              style={spanOf(window().from, window().until ?? props.reach.until, props.reach)}
            />
          )}
        </Show>
        {/* Each keeps its own bar whatever is told of it: somebody may be holding it. */}
        <For each={props.rides.map(({ id }) => id)}>
          {(id, index) => (
            <Show when={props.rides.find((ride) => ride.id === id)}>
              {(ride) => (
                <RideBar
                  ride={ride()}
                  reach={props.reach}
                  acts={props.acts}
                  picked={props.isPicked(id)}
                  endsBefore={props.rides[index() - 1]?.arriveAt}
                />
              )}
            </Show>
          )}
        </For>
        <Show when={props.wish}>
          {(wish) => (
            <span
              class="day-line__wish"
              data-clashes={String(props.clashes)}
              style={spanOf(wish().from, wish().until, props.reach)}
            />
          )}
        </Show>
        <Show when={props.nowAt}>
          {(at) => <span class="day-line__now" style={{ '--at': `${placeOf(at(), props.reach)}%` }} />}
        </Show>
      </div>
    </li>
  )
}

type Span = { from: string; until: string }

function spanOn({ kind }: BoardVehicle, from: string, move: BoardMove | undefined): Span {
  const minutes = kind === 'micu' ? move?.minutes.micu : move?.minutes.ambulance
  return { from, until: new Date(Date.parse(from) + (minutes ?? 60) * 60_000).toISOString() }
}

const outWords = ({ out }: BoardVehicle, now: string): string | undefined => {
  if (out === null || (out.until !== null && out.until < now)) return undefined
  return out.until === null ? t('dayBoard.out') : t('dayBoard.outUntil', { until: moment(out.until, now) })
}
