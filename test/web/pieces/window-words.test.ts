import { expect, test } from 'vitest'
import { rideWindow } from '#shared/rides/window.ts'
import { plus, T0 } from '#test/support/builders.ts'
import { isOutside, quickDepartures, windowWords } from '#web/pieces/transport/window-words.ts'

/** 11:00 in Amsterdam, on a Saturday: R5 gives the rest of the day. */
const sameDay = rideWindow({ kind: 'planned', matchedAt: T0 })
const nextMorning = rideWindow({ kind: 'planned', matchedAt: plus(60) })
const urgent = rideWindow({ kind: 'urgent', matchedAt: T0 })

test('a window says its day, and midnight is the end of the day it belongs to', () => {
  expect(windowWords(sameDay, T0)).toBe('vandaag za 21 nov, 11:00–24:00')
  expect(windowWords(nextMorning, T0)).toBe('morgen zo 22 nov, 08:00–12:00')
  expect(windowWords(urgent, T0)).toBe('meteen, vanaf 11:00, zonder eindtijd')
})

test('the end is outside, the five minutes of grace before the start are not', () => {
  expect(isOutside(nextMorning.until ?? '', nextMorning)).toBe(true)
  expect(isOutside(plus(-1, nextMorning.until ?? ''), nextMorning)).toBe(false)
  expect(isOutside(plus(-5, nextMorning.from), nextMorning)).toBe(false)
  expect(isOutside(plus(-6, nextMorning.from), nextMorning)).toBe(true)
  expect(isOutside(plus(100_000), urgent)).toBe(false)
})

test('quick departures lie inside the window, never before the patient is ready', () => {
  const now = plus(120)
  const clocks = (window: typeof sameDay, readyFrom: string) =>
    quickDepartures({ window, readyFrom, now }).map((at) => at.toISOString())
  expect(clocks(nextMorning, T0)).toEqual(
    [7, 8, 9, 10].map((hour) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`),
  )
  expect(clocks(nextMorning, '2026-11-22T09:10:00.000Z')).toEqual(['2026-11-22T10:00:00.000Z'])
  expect(clocks(sameDay, plus(131))[0]).toBe(plus(135))
  expect(clocks(sameDay, plus(12 * 60 + 50))).toEqual([plus(12 * 60 + 50)])
  expect(clocks(sameDay, plus(24 * 60))).toEqual([])
})
