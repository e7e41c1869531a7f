import { describe, expect, it } from 'vitest'
import { COMMAND_RULES, ROUTE_RULES } from '#shared/access/acts.ts'
import { isAllowed, may } from '#shared/access/may.ts'
import { maySee } from '#shared/access/may-see.ts'
import { SYSTEM } from '#shared/access/parties.ts'
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { SYSTEM_COMMANDS } from '#shared/wire/command.ts'
import { TRANSFER_STATES } from '#shared/transfers/transfer.ts'
import { anId, people, places, someBeds } from '#test/support/builders.ts'
import { cast, castNames, pointAt } from '#test/support/cast.ts'

const at = (state: (typeof TRANSFER_STATES)[number]) =>
  ({ kind: 'transfer', transfer: pointAt(state, 'national').transfer }) as const

describe('may', () => {
  it('gives three answers: not there, not yours, or as whom', () => {
    expect(may(cast.otherReferrer, 'transfer.hold', at('matching'))).toEqual({ sees: false })
    expect(may(cast.originDesk, 'transfer.hold', at('matching'))).toEqual({ sees: true, as: null })
    expect(may(people.intensivist, 'transfer.hold', at('matching'))).toEqual({
      sees: true,
      as: { role: 'intensivist', org: places.from },
    })
  })

  it('tells of a row and its parts exactly what the audiences and the sights tell', () => {
    for (const state of TRANSFER_STATES)
      for (const name of castNames) {
        const thing = at(state)
        const knows = sharesKey(keysOf(cast[name]), transferAudience(thing.transfer))
        const { clinical, contacts } = maySee(cast[name], thing.transfer)
        const said = (['see', 'read:clinical', 'read:contacts'] as const).map((act) =>
          isAllowed(cast[name], act, thing),
        )
        expect({ state, name, said }).toEqual({
          state,
          name,
          said: [knows, knows && clinical, knows && contacts],
        })
      }
  })

  it('lets nobody but the timers do what is the server’s own, and the timers nothing else', () => {
    for (const act of Object.keys(COMMAND_RULES) as (keyof typeof COMMAND_RULES)[]) {
      const own = SYSTEM_COMMANDS.some((one) => one === act)
      expect(isAllowed(SYSTEM, act, at('offered')), act).toBe(own)
      if (own) for (const name of castNames) expect(isAllowed(cast[name], act, at('offered'))).toBe(false)
    }
  })

  it('keeps figures, registers and people to their houses', () => {
    const beds = { kind: 'beds', beds: someBeds(places.to) } as const
    expect(castNames.filter((name) => isAllowed(cast[name], 'beds.report', beds))).toEqual(['receiver'])
    const phase = { kind: 'phase', decidedBy: 'db-lnaz', scope: 'national' } as const
    expect(castNames.filter((name) => isAllowed(cast[name], 'phase.announce', phase))).toEqual(['secretary'])
    const admin = castNames.filter((name) => isAllowed(cast[name], 'get /api/admin/people', { kind: 'none' }))
    expect(admin).toEqual(['admin'])
    for (const [route, { on }] of Object.entries(ROUTE_RULES))
      if (on === 'transfer')
        for (const name of ['observer', 'secretary', 'admin'] as const)
          expect(isAllowed(cast[name], route as keyof typeof ROUTE_RULES, at('planned')), route).toBe(false)
  })

  it('looks through a thousand transfers within 5 ms', () => {
    const list = Array.from({ length: 1000 }, (_, n) => {
      const { transfer } = pointAt(TRANSFER_STATES[n % TRANSFER_STATES.length] ?? 'matching', 'national')
      return { kind: 'transfer', transfer: { ...transfer, id: anId(n) } } as const
    })
    const times = Array.from({ length: 40 }, () => {
      const started = performance.now()
      for (const thing of list) may(people.receiver, 'get /api/transfers/{id}', thing)
      return performance.now() - started
    })
    // The quickest: a machine that does other work too slows down any one run.
    expect(Math.min(...times)).toBeLessThan(5)
  })
})
