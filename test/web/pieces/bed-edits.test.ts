import { describe, expect, test } from 'vitest'
import { plus, someBeds, T0 } from '#test/support/builders.ts'
import { bedFaults, bedReport, countEdits, realEdits, withEdits } from '#web/pieces/beds/bed-edits.ts'

const row = someBeds('umc-utrecht', 'ic', { operational: 20, occupied: 12, crisis: 4, boss: 2, reserved: 1 })

describe('bed edits', () => {
  test('a figure nudged there and back again is not changed', () => {
    expect(realEdits(row, { occupied: 12 })).toEqual({})
    expect(countEdits(row, { occupied: 13, boss: 2 })).toBe(1)
  })

  test('the same intake stop typed again is not a change; another end is', () => {
    const stopped = { ...row, intakeStop: { reason: 'staff' as const, until: null } }
    expect(countEdits(stopped, { intakeStop: { reason: 'staff', until: null } })).toBe(0)
    expect(countEdits(stopped, { intakeStop: { reason: 'staff', until: plus(60) } })).toBe(1)
    expect(countEdits(stopped, { intakeStop: null })).toBe(1)
  })

  test('what the app counted meanwhile moves on under an edit of another figure', () => {
    const moved = { ...row, occupied: 13 }
    expect(withEdits(moved, { boss: 3 })).toMatchObject({ occupied: 13, boss: 3 })
  })

  test('a report carries what is typed and never what is reserved', () => {
    const report = bedReport(row, { occupied: 14 })
    expect(report).toMatchObject({
      hospital: 'umc-utrecht',
      bed: 'ic',
      operational: 20,
      occupied: 14,
      boss: 2,
    })
    expect(Object.keys(report)).not.toContain('reserved')
  })
})

describe('faults, as the server would refuse them', () => {
  test.each([
    [{ crisis: 13 }, { crisis: 12 }],
    [{ occupied: 3 }, { crisis: 3 }],
    [{ boss: 21 }, { boss: 20 }],
    [{ intakeStop: { reason: 'staff' as const, until: T0 } }, { until: true }],
    [{ intakeStop: { reason: 'staff' as const, until: plus(1) } }, {}],
    [{ occupied: 25 }, {}],
  ])('%j gives %j', (edits, faults) => {
    expect(bedFaults(withEdits(row, edits), T0)).toEqual(faults)
  })
})
