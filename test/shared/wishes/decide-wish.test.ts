import { describe, expect, it } from 'vitest'
import { decideHandBack } from '#shared/transfers/decide-transfer.ts'
import { decideName, decidePublish, decideUnname } from '#shared/wishes/decide-wish.ts'
import { type Payload, payloads } from '#shared/wire/command.ts'
import type { World } from '#shared/wire/decision.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import {
  aContext,
  anId,
  aPerson,
  aTransfer,
  aWish,
  aWorld,
  inPhase,
  people,
  places,
  plus,
  T0,
} from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'

const pair = { from: places.region, to: places.toRegion, wanted: 2, proposed: 3 }
const asked = (over: Partial<Payload<'wish.publish'>> = {}): Payload<'wish.publish'> => ({
  wish: anId(701),
  day: '2026-11-21',
  bed: 'ic',
  base: 0,
  pairs: [pair],
  ...over,
})
const publish = (
  over: Partial<Payload<'wish.publish'>> = {},
  register: World['register'] = [],
  person = people.lcps,
) => decidePublish(aWorld({ register }), asked(over), aContext(person))
const refusal = (said: object): Refusal | null => ('refused' in said ? (said.refused as Refusal) : null)

describe('publishing the wanted movements', () => {
  it('is a new version of the day and care level; the one before stays', () => {
    const before = [aWish(), aWish({ id: anId(702), bed: 'ward', version: 4 })]
    expect(publish({ base: 1 }, before)).toMatchObject({
      changes: [
        {
          name: 'wish.published',
          subject: 'register',
          id: anId(701),
          data: { list: 'wish', day: '2026-11-21', bed: 'ic', version: 2, pairs: [pair], publishedAt: T0 },
        },
      ],
      as: { role: 'lcps', org: 'nl' },
    })
  })

  it('is the LCPS’s', () => {
    expect(castNames.filter((name) => !('refused' in publish({}, [], cast[name])))).toEqual(['lcps'])
    expect(refusal(publish({}, [], aPerson('lcps', 'elsewhere')))?.code).toBe('role.refused')
  })

  it('on another version than was looked at is refused, and says which there is', () => {
    expect(refusal(publish({ base: 0 }, [aWish()]))).toEqual({ code: 'wish.changed', facts: { version: 1 } })
    expect(refusal(publish({ base: 2 }, [aWish()]))?.code).toBe('wish.changed')
  })

  it('is for today, tomorrow or the day after, by the clock of Amsterdam', () => {
    expect(refusal(publish({ day: '2026-11-20' }))?.code).toBe('time.past')
    expect(refusal(publish({ day: '2026-11-23' }))).toBeNull()
    expect(refusal(publish({ day: '2026-11-24' }))?.fields).toEqual([
      { field: 'day', fault: 'range', min: 0, max: 2 },
    ])
    // 23:30 UTC on the 21st is the 22nd in Amsterdam.
    const late = aContext(people.lcps, { now: '2026-11-21T23:30:00.000Z' })
    expect(refusal(decidePublish(aWorld(), asked(), late))?.code).toBe('time.past')
  })

  it('asks for each pair once, between two regions', () => {
    const fields = (pairs: Payload<'wish.publish'>['pairs']) => refusal(publish({ pairs }))?.fields
    expect(fields([{ ...pair, to: pair.from }])).toEqual([{ field: 'pairs.0.to', fault: 'not-applicable' }])
    expect(fields([pair, pair])).toEqual([{ field: 'pairs.1', fault: 'format' }])
  })

  it('knows no other regions, no part of a patient and no crowd', () => {
    const fine = (over: object) =>
      payloads['wish.publish'].safeParse(asked({ pairs: [{ ...pair, ...over }] })).success
    expect(fine({})).toBe(true)
    for (const over of [{ from: 'atlantis' }, { wanted: 1.5 }, { wanted: -1 }, { wanted: 501 }, { extra: 1 }])
      expect(fine(over)).toBe(false)
  })

  it('puts away what is older than a week', () => {
    const old = aWish({ id: anId(703), day: '2026-11-13' })
    const said = publish({}, [old, aWish({ id: anId(704), day: '2026-11-14' })])
    expect('changes' in said && said.changes.slice(1)).toEqual([
      { name: 'wish.lapsed', subject: 'register', id: old.id, data: { over: true } },
    ])
  })
})

describe('naming a patient for a wanted movement', () => {
  const facts = (over: Partial<World> = {}) =>
    aWorld({ transfer: aTransfer(), phases: inPhase('2a'), register: [aWish()], ...over })
  const name = (over: Partial<World> = {}, person = people.rcps, to: string = places.toRegion) =>
    decideName(facts(over), { transfer: aTransfer().id, to }, aContext(person, { at: plus(5) }))

  it('hands the request over, with its time beginning anew', () => {
    expect(name()).toMatchObject({
      changes: [
        {
          name: 'transfer.named',
          data: {
            wish: { day: '2026-11-21', to: places.toRegion, at: plus(5) },
            level: 'national',
            claim: null,
            waitingSince: plus(5),
          },
        },
      ],
      as: { role: 'rcps', org: places.region },
    })
  })

  it('of one that was handed over already moves nothing else', () => {
    const transfer = aTransfer({ level: 'national' })
    const said = name({ transfer })
    expect('changes' in said && said.changes[0]?.data).toEqual({
      wish: { day: '2026-11-21', to: places.toRegion, at: plus(5) },
    })
    expect(refusal(name({ transfer }, people.lcps))).toBeNull()
  })

  it('says what is against it', () => {
    const because = (over: Partial<World>, to?: string) => refusal(name(over, people.rcps, to))?.reasons
    expect(because({ transfer: aTransfer({ purpose: 'capacity' }) })).toEqual(['not-spreading'])
    expect(because({}, places.elsewhereRegion)).toEqual(['not-wanted'])
    expect(because({ register: [] })).toEqual(['not-wanted'])
    expect(because({ register: [aWish({ day: '2026-11-20' })] })).toEqual(['not-wanted'])
    expect(because({ transfer: aTransfer({ bed: 'ward' }) })).toEqual(['not-wanted'])
    const offered = aTransfer({ level: 'national', state: 'offered', to: 'lumc-leiden', toRegion: 'nazw' })
    expect(because({ transfer: offered })).toEqual(['other-destination'])
    expect(because({ transfer: aTransfer({ state: 'offered' }) })).toEqual(['other-destination'])
  })

  it('waits for a phase in which the nation is searched, and for whoever claimed it', () => {
    expect(refusal(name({ phases: inPhase('1b') }))?.code).toBe('nation.closed')
    const claim = { person: 'another', role: 'rcps' as const, org: places.region, at: T0 }
    expect(refusal(name({ transfer: aTransfer({ claim }) }))?.code).toBe('claim.taken')
  })

  it('is taken back, and falls away when the LCPS hands back', () => {
    const wish = { day: '2026-11-21', to: places.toRegion, at: T0 }
    const transfer = aTransfer({ level: 'national', wish })
    const back = decideUnname(facts({ transfer }), {}, aContext(people.rcps))
    expect('changes' in back && back.changes[0]).toMatchObject({
      name: 'transfer.unnamed',
      data: { wish: null },
    })
    expect(refusal(decideUnname(facts(), {}, aContext(people.rcps)))?.facts).toEqual({ state: 'not-named' })
    const handed = decideHandBack(
      facts({ transfer }) as never,
      { transfer: transfer.id, note: 'weer ruimte' } as never,
      aContext(people.lcps),
    )
    expect('changes' in handed && handed.changes[0]?.data).toMatchObject({ level: 'region', wish: null })
  })
})
