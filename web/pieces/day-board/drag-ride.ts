import type { BoardRide } from '#shared/wire/day-board.ts'
import { instantAt, type Reach } from './board-time.ts'

export type Spot = { vehicle: string; departAt: string }

type Drag = {
  ride: () => BoardRide
  reach: () => Reach
  onGrab: (ride: BoardRide) => void
  onOver: (spot: Spot) => void
  onDrop: (spot: Spot) => void
  onCancel: () => void
}

/** So many pixels of moving are a drag; less is a press. */
const THRESHOLD = 6

/** A ride that may be moved is dragged by mouse or pen; a finger scrolls, and moves it by the fields. */
export function makeDraggable(bar: HTMLElement, drag: Drag): void {
  bar.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch' || drag.ride().move === null) return
    follow(bar, event, drag)
  })
  bar.addEventListener('dragstart', (event) => event.preventDefault())
}

/** On the window: the first move may be off the bar already. */
function follow(bar: HTMLElement, { clientX, clientY }: PointerEvent, drag: Drag): void {
  const grip = clientX - bar.getBoundingClientRect().left
  let measured: Rows | undefined
  let spot: Spot | undefined
  let isDragging = false
  const end = new AbortController()
  const { signal } = end
  const move = (event: PointerEvent) => {
    const far = Math.max(Math.abs(event.clientX - clientX), Math.abs(event.clientY - clientY))
    if (!isDragging && far < THRESHOLD) return
    // Measured before anything moves; again only after a scroll, or when something above came or went.
    measured ??= measure(bar)
    if (!isDragging) {
      isDragging = true
      drag.onGrab(drag.ride())
    }
    const over = spotAt(measured, { left: event.clientX - grip, y: event.clientY }, drag.reach())
    if (over === undefined || (over.vehicle === spot?.vehicle && over.departAt === spot.departAt)) return
    spot = over
    drag.onOver(spot)
  }
  const drop = () => {
    end.abort()
    if (!isDragging) return
    // The press that ends a drag is none.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
    if (spot !== undefined) drag.onDrop(spot)
    else drag.onCancel()
  }
  const cancel = () => {
    end.abort()
    if (isDragging) drag.onCancel()
  }
  const measureAgain = () => {
    measured = undefined
  }
  window.addEventListener('scroll', measureAgain, { signal, capture: true })
  if (typeof ResizeObserver !== 'undefined') {
    const watch = new ResizeObserver(measureAgain)
    watch.observe(document.body)
    signal.addEventListener('abort', () => watch.disconnect())
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && cancel(), { signal })
}

const swallow = (event: Event): void => {
  event.stopImmediatePropagation()
  event.preventDefault()
}

type Rows = { left: number; width: number; rows: readonly { vehicle: string; top: number; bottom: number }[] }

/** All lines are as long as this one; measuring those off the screen would lay them out. */
function measure(bar: HTMLElement): Rows {
  const own = (bar.closest('.day-line__track') ?? bar).getBoundingClientRect()
  const rows = [...document.querySelectorAll<HTMLElement>('.day-line__row')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { vehicle: row.dataset.vehicle ?? '', top, bottom }
  })
  return { left: own.left, width: own.width, rows }
}

/** The row under the pointer, and the time at the bar's own beginning. */
function spotAt(
  { left, width, rows }: Rows,
  at: { left: number; y: number },
  reach: Reach,
): Spot | undefined {
  const row = rows.find(({ top, bottom }) => at.y >= top && at.y < bottom)
  if (row === undefined) return undefined
  return {
    vehicle: row.vehicle,
    departAt: instantAt(Math.min(1, Math.max(0, (at.left - left) / width)), reach),
  }
}
