import { fireEvent } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { BoardRide } from '#shared/wire/day-board.ts'
import '#test/support/web-setup.ts'

import { plus } from '#test/support/builders.ts'
import { makeDraggable } from '#web/pieces/day-board/drag-ride.ts'

const ROW = 40
/** How far down the lines stand now. */
let above = 0
let grown: () => void = () => undefined
beforeEach(() => {
  above = 0
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        grown = look
      }
      observe = () => undefined
      disconnect = () => undefined
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const box = (top: number) => () => ({ left: 0, width: 2400, top, bottom: top + ROW }) as DOMRect

/** Lines under each other, a bar in the first of them. */
function board(vehicles: readonly string[]): HTMLElement {
  const bar = document.createElement('button')
  for (const [at, vehicle] of vehicles.entries()) {
    const row = document.createElement('li')
    row.className = 'day-line__row'
    row.dataset.vehicle = vehicle
    const track = document.createElement('div')
    track.className = 'day-line__track'
    for (const one of [row, track]) one.getBoundingClientRect = () => box(above + at * ROW)()
    row.append(track)
    if (at === 0) track.append(bar)
    document.body.append(row)
  }
  bar.getBoundingClientRect = () => box(above)()
  return bar
}

test('a ride that is carried lands on the line under the pointer, also when a banner pushed the lines down meanwhile', () => {
  const bar = board(['first', 'second', 'third'])
  const over: string[] = []
  const dropped: string[] = []
  makeDraggable(bar, {
    ride: () => ({ move: {} }) as BoardRide,
    reach: () => ({ from: plus(-600), until: plus(840) }),
    onGrab: () => undefined,
    onOver: ({ vehicle }) => over.push(vehicle),
    onDrop: ({ vehicle }) => dropped.push(vehicle),
    onCancel: () => undefined,
  })
  const at = (clientY: number, clientX = 100) => ({ button: 0, clientX, clientY })
  fireEvent.pointerDown(bar, at(10))
  fireEvent.pointerMove(window, at(3 * ROW - 10))
  expect(over).toEqual(['third'])
  above = ROW
  grown()
  fireEvent.pointerMove(window, at(3 * ROW - 10, 101))
  fireEvent.pointerUp(window, at(3 * ROW - 10, 101))
  expect(over.at(-1)).toBe('second')
  expect(dropped).toEqual(['second'])
})
