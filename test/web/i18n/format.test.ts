import { afterEach, describe, expect, test } from 'vitest'

import {
  age,
  clock,
  day,
  duration,
  kilometres,
  moment,
  number,
  percent,
  shortDay,
  timeWindow,
  until,
} from '#web/i18n/format.ts'
import { setLanguage } from '#web/i18n/t.ts'

// Saturday 21 November 2026, 14:10 in Amsterdam (winter time).
const NOW = Date.parse('2026-11-21T13:10:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

afterEach(() => setLanguage('nl'))

test('a clock is Amsterdam’s, in summer and in winter', () => {
  expect(clock('2026-11-21T13:02:00Z')).toBe('14:02')
  expect(clock('2026-07-01T12:02:00Z')).toBe('14:02')
  expect(clock('2026-11-21T23:00:00Z')).toBe('00:00')
})

test('a day is named from today', () => {
  expect(day(NOW, NOW)).toBe('vandaag za 21 nov')
  expect(day(NOW + 24 * HOUR, NOW)).toBe('morgen zo 22 nov')
  expect(day(NOW - 24 * HOUR, NOW)).toBe('gisteren vr 20 nov')
  expect(day(NOW + 72 * HOUR, NOW)).toBe('di 24 nov')
  expect(shortDay('2026-03-03T12:00:00Z')).toBe('di 3 mrt')
})

test('tomorrow begins at Amsterdam’s midnight', () => {
  expect(day('2026-11-21T22:59:00Z', NOW)).toBe('vandaag za 21 nov')
  expect(day('2026-11-21T23:00:00Z', NOW)).toBe('morgen zo 22 nov')
})

test('a moment of today is its clock, another one says its day', () => {
  expect(moment('2026-11-21T13:02:00Z', NOW)).toBe('14:02')
  expect(moment('2026-11-22T07:00:00Z', NOW)).toBe('morgen zo 22 nov, 08:00')
})

test('a window says its day once, or both days over midnight', () => {
  expect(timeWindow('2026-11-22T07:00:00Z', '2026-11-22T11:00:00Z', NOW)).toBe(
    'morgen zo 22 nov, 08:00–12:00',
  )
  expect(timeWindow('2026-11-21T21:00:00Z', '2026-11-22T01:00:00Z', NOW)).toBe(
    'vandaag za 21 nov, 22:00 – morgen zo 22 nov, 02:00',
  )
})

describe('durations', () => {
  test.each([
    [0, '0 min'],
    [-5 * MINUTE, '0 min'],
    [59_999, '0 min'],
    [8 * MINUTE, '8 min'],
    [60 * MINUTE, '1 u'],
    [80 * MINUTE, '1 u 20 min'],
    [47 * HOUR, '47 u'],
    [51 * HOUR, '2 d 3 u'],
  ])('%d ms is %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })
})

test('an age is in words, and one from a fast clock is just now', () => {
  expect(age(NOW - 30_000, NOW)).toBe('zojuist')
  expect(age(NOW + 5 * MINUTE, NOW)).toBe('zojuist')
  expect(age(NOW - 6 * MINUTE, NOW)).toBe('6 min geleden')
  expect(age(NOW - 72 * HOUR, NOW)).toBe('3 dagen geleden')
  expect(until(NOW + 25 * MINUTE, NOW)).toBe('over 25 min')
})

test('numbers are written as the language writes them', async () => {
  expect([number(1234.56), kilometres(41.7), percent(0.34)]).toEqual(['1.234,6', '42 km', '34%'])
  await setLanguage('en')
  expect(number(1234.56)).toBe('1,234.6')
  expect(day(NOW + 24 * HOUR, NOW)).toBe('tomorrow Sun 22 Nov')
})
