import { describe, expect, it } from 'vitest'
import { rolePlace } from '#shared/access/role-places.ts'
import { fleet } from '#shared/reference/fleet.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { addedVehicleId } from '#shared/transport/added-vehicle.ts'
import { unfitFor } from '#shared/transport/fitness.ts'
import { fleetCounts } from '#shared/transport/fleet-counts.ts'
import { fleetInService, fleetNow } from '#shared/transport/fleet-now.ts'
import type { Team, VehicleRow } from '#shared/transport/vehicle-row.ts'
import type { Payload } from '#shared/wire/command.ts'
import { anId, aPerson, people, places, plus, T0 } from '#test/support/builders.ts'
import { reserved } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

const linesOf = (story: Story) => [...story.register.values()]
const db = aPerson('secretary', 'db-lnaz')
const chairs = aPerson('secretary', 'roaz-chairs')
const admin = aPerson('admin', 'brancard')
const other = aPerson('transport-desk', 'micu-radboudumc')

const facts: Omit<Payload<'vehicle.set'>, 'entry' | 'vehicle'> = {
  kind: 'micu',
  name: 'MICU Utrecht 1',
  org: places.desk,
  hours: { from: '07:00', until: '23:00' },
  oxygen: [{ litres: 20, bar: 190 }],
  abilities: { hfno: false, isolation: true, bariatric: true },
}
const set = (over: Partial<Payload<'vehicle.set'>> = {}): Payload<'vehicle.set'> => ({
  entry: anId(50),
  vehicle: places.vehicle,
  ...facts,
  ...over,
})
const out = (over: Partial<Payload<'vehicle.out'>> = {}): Payload<'vehicle.out'> => ({
  entry: anId(51),
  vehicle: places.vehicle,
  reason: 'defect',
  until: null,
  ...over,
})
const team = (over: Partial<Payload<'team.start'>> = {}): Payload<'team.start'> => ({
  team: anId(60),
  centre: places.desk,
  from: plus(30),
  until: plus(3000),
  icBeds: 0,
  reason: 'drukte',
  ...over,
})
const plan: Payload<'ride.plan'> = {
  ride: anId(3),
  transfer: anId(1),
  vehicle: places.vehicle,
  escorted: false,
  departAt: plus(60),
}

describe('the fleet', () => {
  it('is the reference, as long as nobody changed it', () => {
    expect(fleetNow([], T0).map(({ id }) => id)).toEqual(fleet.map(({ id }) => id))
    expect(fleetInService([], T0)).toHaveLength(fleet.length)
  })

  it('a desk changes its own vehicles, an admin every one, others none', () => {
    const story = new Story()
    expect(story.refusal(other, 'vehicle.set', set()).code).toBe('role.refused')
    expect(story.refusal(people.lcps, 'vehicle.set', set()).code).toBe('role.refused')
    story.do(people.desk, 'vehicle.set', set())
    story.do(admin, 'vehicle.set', set({ entry: anId(52), hours: null }))
    const rows = linesOf(story).filter((row): row is VehicleRow => row.list === 'vehicle')
    expect(rows).toMatchObject([{ id: anId(50), vehicle: places.vehicle, hours: null }])
    expect(fleetNow(rows, T0).find(({ id }) => id === places.vehicle)?.abilities.bariatric).toBe(true)
  })

  it.each([
    ['another house', { org: 'rav-vr09' }, 'role.refused'],
    ['HFNO in a MICU', { abilities: { ...facts.abilities, hfno: true } }, 'command.invalid'],
    ['a shift that ends before it begins', { hours: { from: '23:00', until: '07:00' } }, 'command.invalid'],
    ['another vehicle’s name', { name: 'MICU Nijmegen 1' }, 'already-exists'],
  ] as const)('%s is refused', (_, over, code) => {
    expect(new Story().refusal(people.desk, 'vehicle.set', set(over as Partial<typeof facts>)).code).toBe(
      code,
    )
  })

  it('no vehicle is made a helicopter: LL5 is the only one that carries these patients', () => {
    const { abilities } = facts
    const asHelicopter = { ...facts, org: 'carrier-4b', kind: 'helicopter', abilities } as const
    const refused = new Story().refusal(admin, 'vehicle.set', set({ ...asHelicopter, vehicle: 'bus-1' }))
    expect(refused).toEqual({ code: 'command.invalid', fields: [{ field: 'kind', fault: 'enum' }] })
  })

  it('out of service it is not counted and not planned, until it is back', () => {
    const story = reserved()
    story.do(people.crew, 'vehicle.out', out({ until: plus(500) }))
    expect(fleetCounts([], plus(60), [], linesOf(story)).micu).toBe(6)
    expect(story.refusal(people.desk, 'ride.plan', plan)).toEqual({
      code: 'vehicle.out',
      facts: { until: plus(500), reason: 'defect' },
    })
    story.do(people.desk, 'ride.plan', { ...plan, departAt: plus(600) })
    expect(story.refusal(other, 'vehicle.back', { entry: anId(53), vehicle: places.vehicle }).code).toBe(
      'role.refused',
    )
    story.do(people.desk, 'vehicle.back', { entry: anId(53), vehicle: places.vehicle })
    expect(fleetCounts([], plus(60), [], linesOf(story)).micu).toBe(7)
    expect(
      story.refusal(people.desk, 'vehicle.back', { entry: anId(53), vehicle: places.vehicle }).code,
    ).toBe('step.refused')
    expect(story.refusal(people.desk, 'vehicle.out', out({ until: plus(-1) })).code).toBe('time.past')
  })

  it('a vehicle without what the patient needs is refused with the reason', () => {
    const story = reserved({ weight: 160 })
    const heavy = { code: 'vehicle.not-allowed', reasons: ['no-bariatric'] }
    expect(story.refusal(people.desk, 'ride.plan', plan)).toEqual(heavy)
    story.do(people.desk, 'vehicle.set', set({ hours: null }))
    story.do(people.desk, 'ride.plan', plan)
    const unable = { abilities: { hfno: false, isolation: false, bariatric: false } }
    expect(unfitFor(unable, { weight: 150, isolation: 'strict' })).toEqual(['no-bariatric', 'no-isolation'])
    expect(unfitFor(unable, { weight: 149, isolation: 'droplet' })).toEqual([])
  })

  it('outside its crew’s hours it drives with a reason only, and the ride says so', () => {
    const story = reserved()
    story.do(people.desk, 'vehicle.set', set({ hours: { from: '08:00', until: '12:00' } }))
    expect(story.refusal(people.desk, 'ride.plan', plan)).toEqual({
      code: 'reason.required',
      facts: {
        why: 'shift',
        from: '2026-11-21T07:00:00.000Z',
        until: '2026-11-21T11:00:00.000Z',
        next: '2026-11-22T07:30:00.000Z',
      },
    })
    story.do(people.desk, 'ride.plan', { ...plan, windowReason: 'bemanning blijft langer' })
    expect(story.ride(anId(3)).outsideShift).toBe(true)
  })
})

describe('a vehicle that a house adds', () => {
  const house = 'rav-vr09'
  const desk = aPerson('transport-desk', house)
  const entry = anId(90)
  const added = (over: Partial<Payload<'vehicle.set'>> = {}): Payload<'vehicle.set'> => ({
    ...{ entry, vehicle: addedVehicleId(house, entry), ...facts },
    ...{ kind: 'ambulance', name: 'RAV 09-190', org: house, ...over },
  })

  it('drives from then on: in the fleet, in its counts, out of service and back, and a crew can work on it', () => {
    const story = new Story()
    const before = fleetCounts([], plus(60), [house], []).ambulance ?? 0
    story.do(desk, 'vehicle.set', added())
    const { vehicle } = added()
    expect(fleetNow(linesOf(story), T0).at(-1)).toMatchObject({ id: vehicle, name: 'RAV 09-190', org: house })
    expect(fleetCounts([], plus(60), [house], linesOf(story)).ambulance).toBe(before + 1)
    story.do(aPerson('crew', vehicle), 'vehicle.out', out({ entry: anId(91), vehicle }))
    expect(fleetCounts([], plus(60), [house], linesOf(story)).ambulance).toBe(before)
    story.do(desk, 'vehicle.back', { entry: anId(92), vehicle })
    story.do(desk, 'vehicle.set', added({ entry: `abcd${anId(93).slice(4)}`, name: 'RAV 09-191' }))
    expect(linesOf(story)).toHaveLength(1)
    expect(rolePlace({ role: 'crew', org: vehicle })?.region).toBe(
      rolePlace({ role: 'transport-desk', org: house })?.region,
    )
    expect(rolePlace({ role: 'crew', org: 'rav-nergens-x0001' })).toBeUndefined()
    expect(rolePlace({ role: 'bed-desk', org: vehicle })).toBeUndefined()
  })

  it.each([
    ['a MICU, which drives by a team’s decision', { kind: 'micu' }, 'kind'],
    ['a helicopter', { kind: 'helicopter' }, 'kind'],
    ['an id of another house', { vehicle: addedVehicleId('rav-vr10', entry) }, 'vehicle'],
    ['an id of its own making', { vehicle: 'rav-vr09-99' }, 'vehicle'],
    ['HFNO in an ambulance', { abilities: { ...facts.abilities, hfno: true } }, 'abilities.hfno'],
  ] as const)('%s is refused by field', (_, over, field) => {
    const refused = new Story().refusal(desk, 'vehicle.set', added(over as Partial<Payload<'vehicle.set'>>))
    expect(refused).toEqual({ code: 'command.invalid', fields: [{ field, fault: 'enum' }] })
  })

  it('is added by its own house or an admin, once, under a name that no other has', () => {
    const story = new Story()
    expect(story.refusal(other, 'vehicle.set', added()).code).toBe('role.refused')
    expect(story.refusal(people.lcps, 'vehicle.set', added()).code).toBe('role.refused')
    expect(story.refusal(desk, 'vehicle.set', added({ name: 'MICU Nijmegen 1' })).code).toBe('already-exists')
    story.do(admin, 'vehicle.set', added())
    // Its id by chance, of another line: nothing is written over.
    const chance = `${entry.slice(0, 4)}${anId(94).slice(4)}`
    expect(chance).not.toBe(entry)
    expect(story.refusal(desk, 'vehicle.set', added({ entry: chance, name: 'RAV 09-192' })).code).toBe(
      'already-exists',
    )
  })
})

describe('an extra MICU team', () => {
  it('of a centre drives from its first day on, and no longer than its last', () => {
    const story = reserved()
    story.do(people.desk, 'team.start', team())
    expect(fleetNow(linesOf(story), plus(10)).some(({ id }) => id === 'micu-umc-utrecht-2')).toBe(false)
    story.do(people.desk, 'ride.plan', { ...plan, vehicle: 'micu-umc-utrecht-2' })
    expect(story.ride(anId(3)).org).toBe(places.desk)
    expect(fleetCounts([], plus(2999), [], linesOf(story)).micu).toBe(8)
    expect(fleetCounts([], plus(3000), [], linesOf(story)).micu).toBe(7)
    // Taken out of service it is still the team's: there once, and gone with the team.
    story.now = plus(60)
    story.do(people.desk, 'vehicle.out', out({ vehicle: 'micu-umc-utrecht-2', until: plus(500) }))
    const seconds = () => fleetNow(linesOf(story), plus(100)).filter(({ id }) => id === 'micu-umc-utrecht-2')
    expect(seconds()).toHaveLength(1)
    story.do(people.desk, 'team.end', { team: anId(60) })
    expect(seconds()).toEqual([])
    expect(fleetCounts([], plus(600), [], linesOf(story)).micu).toBe(7)
  })

  it('that costs IC beds is decided by db-lnaz and nobody else', () => {
    const story = new Story()
    expect(story.refusal(people.desk, 'team.start', team({ icBeds: 2 }))).toEqual({
      code: 'role.refused',
      facts: { body: 'db-lnaz' },
    })
    expect(story.refusal(chairs, 'team.start', team({ icBeds: 2 })).code).toBe('role.refused')
    story.do(db, 'team.start', team({ icBeds: 2 }))
    expect(linesOf(story)).toMatchObject([{ list: 'team', icBeds: 2, decidedBy: 'db-lnaz' }])
  })

  it('there is one a centre at a time, and it is said until when', () => {
    const story = new Story()
    story.do(people.desk, 'team.start', team())
    const second = team({ team: anId(61), from: plus(2000), until: plus(4000) })
    expect(story.refusal(db, 'team.start', second)).toEqual({
      code: 'team.full',
      facts: { centre: places.desk, until: plus(3000), max: 2 },
    })
    story.do(people.desk, 'team.start', { ...second, from: plus(3000) })
  })

  it('there is one a centre and fourteen in all; another centre’s is not mine to add', () => {
    const story = new Story()
    expect(story.refusal(people.desk, 'team.start', team({ centre: 'micu-radboudumc' })).code).toBe(
      'role.refused',
    )
    micuCentres.forEach(({ id: centre }, index) => {
      story.do(db, 'team.start', team({ team: anId(70 + index), centre, icBeds: 1 }))
    })
    const rows = linesOf(story).filter((row): row is Team => row.list === 'team')
    expect(fleetNow(rows, plus(60)).filter(({ kind }) => kind === 'micu')).toHaveLength(14)
    expect(story.refusal(db, 'team.start', team({ team: anId(80) })).code).toBe('team.full')
  })

  it.each([
    ['no such centre', { centre: 'micu-nergens' }, 'command.invalid'],
    ['an end before its beginning', { until: plus(30) }, 'command.invalid'],
    ['a beginning in the past', { from: plus(-60) }, 'time.past'],
  ])('%s is refused', (_, over, code) => {
    expect(new Story().refusal(db, 'team.start', team(over)).code).toBe(code)
  })
})
