import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import { bedsDueAt, isRemindedOf, reminderDue } from '#shared/beds/remind.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { aContext, aWorld, people, places, plus, someBeds } from '#test/support/builders.ts'

const at = { hospital: places.to, bed: 'ic' } as const
/** Reported at minute 0. */
const beds = someBeds(places.to, 'ic', { observedAt: plus(0), reportedAt: plus(0) })
const stale = { ...beds, reminded: { level: 'stale', at: plus(241), rev: 2 } as const }
const expired = { ...beds, reminded: { level: 'expired', at: plus(1441), rev: 3 } as const }

describe('a reminder', () => {
  it.each([
    ['fresh figures ask for nothing', beds, 240, null],
    ['over four hours: the desk', beds, 241, 'stale'],
    ['once', stale, 1440, null],
    ['over a day: its RCPS', stale, 1441, 'expired'],
    ['once, too', expired, 9999, null],
    ['found late, as after a night without a server', beds, 5000, 'expired'],
  ] as const)('%s', (_, row, minute, level) => {
    expect(reminderDue(row, plus(minute))).toBe(level)
  })

  it('is asked earlier where that was set, once', () => {
    expect(reminderDue(beds, plus(91), 90)).toBe('stale')
    expect(reminderDue(beds, plus(90), 90)).toBeNull()
    expect(reminderDue(stale, plus(600), 90)).toBeNull()
  })

  it('is looked for at the very moment it is due, and at the end of a correction', () => {
    for (const row of [beds, stale]) {
      const due = bedsDueAt(row) ?? ''
      expect(reminderDue(row, due)).not.toBeNull()
      expect(reminderDue(row, new Date(Date.parse(due) - 1).toISOString())).toBeNull()
    }
    expect(bedsDueAt(expired)).toBeNull()
    const correction = {
      reason: 'by-phone',
      by: { role: 'lcps', org: 'nl' },
      at: plus(0),
      until: plus(60),
    } as const
    expect(bedsDueAt({ ...beds, correction })).toBe(plus(60))
  })

  it('goes to the desk, then to its deputy and its RCPS too', () => {
    const desk = { role: 'bed-desk', org: places.to } as const
    const deputy = { ...desk, deputy: true } as const
    const rcps = { role: 'rcps', org: beds.region } as const
    const told = (row: typeof stale | typeof expired) =>
      [desk, deputy, rcps, { role: 'bed-desk', org: places.near } as const].map((held) =>
        isRemindedOf(row, [held]),
      )
    expect(told(stale)).toEqual([true, false, false, false])
    expect(told(expired)).toEqual([true, true, true, false])
    expect(isRemindedOf({ ...beds, reminded: null }, [desk])).toBe(false)
  })

  it('is the timers’ own, and ends with the next report', () => {
    const remind = (person: typeof SYSTEM, row = beds) =>
      decisions['beds.remind'].decide(
        aWorld({ beds: [row] }),
        { ...at, level: 'stale' },
        aContext(person, { at: plus(241), now: plus(241) }),
      )
    expect(remind(people.receiver)).toEqual({ refused: { code: 'not-found' } })
    expect(remind(SYSTEM, stale)).toMatchObject({ refused: { facts: { state: 'reminder-not-due' } } })
    expect(remind(SYSTEM)).toMatchObject({ changes: [{ data: { reminded: { level: 'stale', rev: 2 } } }] })
    const report = { ...at, operational: 9, occupied: 5, crisis: 1, boss: 1, addable24h: 0, intakeStop: null }
    expect(
      decisions['beds.report'].decide(
        aWorld({ beds: [stale] }),
        report,
        aContext(people.receiver, { at: plus(300), now: plus(300) }),
      ),
    ).toMatchObject({ changes: [{ data: { reminded: null } }] })
  })
})
