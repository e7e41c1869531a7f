import { fireEvent, render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'

import type { BoardMove, BoardRide, BoardVehicle, DayBoard } from '#shared/wire/day-board.ts'
import '#test/support/web-setup.ts'

import { plus, T0 } from '#test/support/builders.ts'
import { Timeline } from '#web/pieces/day-board/timeline.tsx'

const vehicle = (at: number): BoardVehicle => ({
  id: `rav-${at}`,
  kind: 'ambulance',
  name: `RAV ${at}`,
  org: 'rav-utrecht',
  hours: null,
  out: null,
  extra: false,
})
const ride = (of: string): BoardRide => ({
  id: `ride-${of}`,
  vehicle: of,
  transfer: null,
  code: null,
  from: null,
  to: null,
  state: 'planned',
  departAt: T0,
  heldFrom: T0,
  arriveAt: plus(60),
  heldUntil: plus(90),
  outsideWindow: false,
  outsideShift: false,
  window: null,
  move: null,
  chained: false,
})
const nothing = () => undefined
const acts = {
  ...{
    onSpot: nothing,
    onRide: nothing,
    onGrab: nothing,
    onDrop: nothing,
    onCancel: nothing,
    onNudge: nothing,
  },
}

function show(count: number, over: { move?: BoardMove; picked?: string } = {}): string[] {
  const board = {
    day: '2026-11-21',
    from: plus(-600),
    until: plus(840),
    vehicles: Array.from({ length: count }, (_, at) => vehicle(at)),
    rides: [ride('rav-3'), ride('rav-20')],
    waiting: [],
  } as unknown as DayBoard
  render(() => (
    <Timeline
      board={board}
      now={T0}
      move={over.move}
      wish={undefined}
      clashes={false}
      picked={over.picked}
      acts={acts}
    />
  ))
  return rows()
}
const rows = () => screen.getAllByText(/^RAV \d+$/).map(({ textContent }) => textContent ?? '')
const move = { transfer: 't', fits: [{ vehicle: 'rav-7' }], window: null } as unknown as BoardMove

test('of a nation of vehicles those that drive stand there, the others one tap away', () => {
  expect(show(100)).toEqual(['RAV 3', 'RAV 20'])
  fireEvent.click(screen.getByRole('button', { name: 'Toon ook 98 wagens zonder rit' }))
  expect(rows()).toHaveLength(100)
  fireEvent.click(screen.getByRole('button', { name: 'Verberg wagens zonder rit' }))
  expect(rows()).toHaveLength(2)
})

test('whichever may drive what is planned stands there too, but nothing shifts under a ride that is carried', () => {
  expect(show(100, { move })).toEqual(['RAV 3', 'RAV 7', 'RAV 20'])
  expect(show(100, { move, picked: 'ride-rav-3' }).slice(3)).toEqual(['RAV 3', 'RAV 20'])
})

test('of a centre’s own vehicles all stand there', () => {
  expect(show(12)).toHaveLength(12)
  expect(screen.queryByRole('button', { name: /zonder rit/ })).toBeNull()
})
