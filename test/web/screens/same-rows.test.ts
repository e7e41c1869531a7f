import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import type { DayBoard } from '#shared/wire/day-board.ts'
import { createSameRows } from '#web/screens/day-board/same-rows.ts'

const fetched = (departAt: string, day = '2026-11-21'): DayBoard =>
  ({
    day,
    vehicles: [{ id: 'micu-1' }],
    waiting: [],
    rides: [
      { id: 'a', departAt: '09:00' },
      { id: 'b', departAt },
    ],
  }) as unknown as DayBoard

test('a row that says the same is the same row, however often the board is fetched', () =>
  createRoot((dispose) => {
    const [answer, setAnswer] = createSignal(fetched('10:00'))
    const board = createSameRows(answer, () => false)
    const [a, b] = board().rides
    setAnswer(fetched('10:15'))
    expect(board().rides[0]).toBe(a)
    expect(board().rides[1]).not.toBe(b)
    expect(board().rides[1]?.departAt).toBe('10:15')
    setAnswer(fetched('10:00'))
    expect(board().rides[0]).toBe(a)
    expect(board().rides[1]?.departAt).toBe('10:00')
    dispose()
  }))

test('while a ride is carried nothing changes under it; put down, what came meanwhile is there', () =>
  createRoot((dispose) => {
    const [answer, setAnswer] = createSignal(fetched('10:00'))
    const [held, setHeld] = createSignal(true)
    const board = createSameRows(answer, held)
    const before = board()
    setAnswer(fetched('11:00'))
    expect(board()).toBe(before)
    setHeld(false)
    expect(board().rides[1]?.departAt).toBe('11:00')
    const after = board()
    setHeld(true)
    setHeld(false)
    expect(board()).toBe(after)
    setHeld(true)
    setAnswer(fetched('11:00', '2026-11-22'))
    expect(board().day).toBe('2026-11-22')
    dispose()
  }))
