import { describe, expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { CORRECTION_HOURS } from '#shared/beds/correct-beds.ts'
import { countMove } from '#shared/beds/observe.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Decision } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { aContext, aWorld, people, places, plus, someBeds, T0 } from '#test/support/builders.ts'
import { cast, type CastName, castNames } from '#test/support/cast.ts'

const at = { hospital: places.to, bed: 'ic' } as const
const figures = { operational: 12, occupied: 9, crisis: 5, boss: 2, addable24h: 1, intakeStop: null }
const insight: Payload<'beds.correct'> = { ...at, ...figures, reason: 'by-phone', until: plus(120) }
const before = someBeds(places.to, 'ic', { reserved: 1 })

const become = (row: Beds, decision: Decision): Beds => {
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused))
  return { ...row, ...decision.changes[0]?.data, rev: row.rev + 1 } as Beds
}
const correct = (over: Partial<typeof insight> = {}, person = people.lcps, row = before) =>
  decisions['beds.correct'].decide(aWorld({ beds: [row] }), { ...insight, ...over }, aContext(person))
const corrected = become(before, correct({ note: 'teamleider gebeld' }))
const lapse = (row: Beds, now: string) =>
  decisions['beds.lapse'].decide(aWorld({ beds: [row] }), at, aContext(SYSTEM, { at: now, now }))

describe('a correction', () => {
  const SEE: readonly CastName[] = ['receiver', 'receivingWard', 'rcps', 'lcps', 'receivingRcps', 'otherRcps']
  it.each(castNames)('is the hospital’s own RCPS’s and the LCPS’s: %s', (name) => {
    const decision = correct({}, cast[name])
    const code = 'refused' in decision ? decision.refused.code : 'allowed'
    const theirs = name === 'lcps' || name === 'receivingRcps'
    expect(code).toBe(theirs ? 'allowed' : SEE.includes(name) ? 'role.refused' : 'not-found')
  })

  it('lies on what was reported, says who and until when, and keeps its words out of the row', () => {
    expect(corrected).toMatchObject({
      occupied: 9,
      reserved: 1,
      source: 'correction',
      correction: { reason: 'by-phone', by: { role: 'lcps' }, at: T0, until: plus(120) },
      beneath: { occupied: 6, source: 'desk', observedAt: before.observedAt },
    })
    expect(JSON.stringify(corrected)).not.toContain('teamleider')
  })

  it('ends at its time, not before; what lay beneath counts again, with what was counted since', () => {
    const moved: Beds = { ...corrected, ...countMove(corrected, { at: plus(30), occupied: 1, crisis: 0 }) }
    expect(moved.occupied).toBe(10)
    expect(lapse(moved, plus(119))).toMatchObject({ refused: { facts: { state: 'correction-not-due' } } })
    const ended = become(moved, lapse(moved, plus(120)))
    expect(ended).toMatchObject({ occupied: 7, source: 'desk', correction: null, beneath: null })
    expect(ended.observedAt).toBe(before.observedAt)
    expect(lapse(ended, plus(121))).toMatchObject({ refused: { facts: { state: 'not-corrected' } } })
  })

  it('a newer report of the hospital ends it; a feed goes beneath it', () => {
    const report = { ...at, ...figures, occupied: 7 }
    const context = aContext(people.receiver, { at: plus(10), now: plus(10) })
    const world = aWorld({ beds: [corrected] })
    const own = become(corrected, decisions['beds.report'].decide(world, report, context))
    expect(own).toMatchObject({ occupied: 7, source: 'desk', correction: null, beneath: null })
    const feed = {
      ...at,
      source: 'lpz',
      feed: 'lpz',
      observedAt: plus(10),
      operational: 10,
      occupied: 7,
    } as const
    const fed = become(
      corrected,
      decisions['beds.observe'].decide(world, feed, aContext(SYSTEM, { at: plus(10), now: plus(10) })),
    )
    expect(fed).toMatchObject({ occupied: 9, source: 'correction', beneath: { occupied: 7, source: 'lpz' } })
  })

  it('a second correction lies on the report, not on the first', () => {
    const again = become(corrected, correct({ occupied: 11 }, people.lcps, corrected))
    expect(again).toMatchObject({ occupied: 11, beneath: { occupied: 6 } })
  })

  it('has an end, within three days', () => {
    const field = { refused: { fields: [{ field: 'until', fault: 'range' }] } }
    expect(correct({ until: T0 })).toMatchObject(field)
    expect(correct({ until: plus(CORRECTION_HOURS * 60 + 1) })).toMatchObject(field)
    expect(correct({ until: plus(CORRECTION_HOURS * 60) })).not.toHaveProperty('refused')
    expect(correct({ crisis: 10 })).toMatchObject({ refused: { fields: [{ field: 'crisis', max: 9 }] } })
  })
})
