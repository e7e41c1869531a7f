import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { hospital, hospitals } from '#shared/reference/hospitals.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import type { RegionSharesView, SharesView, SignalsView } from '#shared/wire/shares.ts'
import { anId, aPerson, aRequest, people, places, plus, someBeds, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const chairs = aPerson('secretary', 'roaz-chairs')
const transfer = anId(7100)
const reservation = anId(7101)
/** Every IC has room and four patients of the crisis; one small group has two together. */
const beds = hospitals
  .filter(({ hasIc }) => hasIc)
  .map(({ id, group }, at) =>
    someBeds(id, 'ic', { crisis: group === 'azeur' ? (at % 2 === 0 ? 1 : 0) : 4, operational: 14 }),
  )

describe.each(DIALECTS)('shares on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect, { beds })
  })
  afterEach(() => server.close())

  const read = async <T>(person: string, path: string): Promise<T> =>
    (await (await server.as(person)).get(path)).json() as Promise<T>
  const icOf = async (person: string) => {
    const { levels } = await read<SharesView>(person, '/api/shares')
    const ic = levels.find(({ bed }) => bed === 'ic')
    return { ic, of: (group: string) => ic?.groups.find((one) => one.group === group) }
  }
  const file = () =>
    server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest({ readyFrom: T0 }) })
  const exempt = () =>
    server.perform(chairs, 'exemption.grant', {
      exemption: anId(7102),
      group: 'azo',
      from: plus(10),
      until: plus(60),
      reason: 'brand',
    })
  const match = () => read<MatchView>('lcps@nl', `/api/transfers/${transfer}/match`)

  it('are obeyed by the match from the minute an exemption begins until it ends', async () => {
    await file()
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'boven aandeel' })
    expect(await exempt()).not.toHaveProperty('refused')
    const inAzo = async () => {
      const { candidates, excluded, share } = await match()
      return {
        candidate: candidates.some((one) => hospital(one.hospital)?.group === 'azo'),
        reasons: excluded[places.to] ?? [],
        shares: share.some(({ group }) => group === 'azo'),
      }
    }
    const open = { candidate: true, reasons: [], shares: true }
    expect(await inAzo()).toEqual(open)
    server.clock.now = plus(10)
    expect(await inAzo()).toEqual({ candidate: false, reasons: ['region-exempt'], shares: false })
    const offer = { transfer, reservation, hospital: places.to, reason: 'daar' }
    expect(await server.perform(people.lcps, 'transfer.offer', offer)).toMatchObject({
      refused: { code: 'hospital.excluded', reasons: ['region-exempt'] },
    })
    expect((await icOf('lcps@nl')).of('azo')).toMatchObject({ exempt: true, target: null })
    server.clock.now = plus(20)
    await server.perform(chairs, 'exemption.end', { exemption: anId(7102), reason: 'geblust' })
    expect(await inAzo()).toEqual(open)
  })

  it('follow a new key set from its date, in the board and in the match', async () => {
    await file()
    const keys = { ...TABLE_1_KEYS, azo: 50 }
    const set = {
      keySet: anId(7103),
      bed: 'ic',
      keys,
      from: plus(30),
      decidedBy: 'lcps',
      reason: 'r',
    } as const
    expect(await server.perform(people.lcps, 'key-set.record', set)).not.toHaveProperty('refused')
    const before = (await icOf('lcps@nl')).of('azo')
    server.clock.now = plus(30)
    const after = await icOf('lcps@nl')
    expect(after.ic?.keySet).toMatchObject({ decidedBy: 'lcps', from: plus(30) })
    expect(after.of('azo')?.target).toBeGreaterThan(before?.target ?? 0)
    const view = await read<MatchView>('rcps@nazmn', `/api/transfers/${transfer}/match`)
    expect(view.share.find(({ group }) => group === 'azo')).toMatchObject({ target: after.of('azo')?.target })
  })

  it('count who has a bed elsewhere: leaving until departed, coming until there', async () => {
    await file()
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'boven aandeel' })
    const offer = { transfer, reservation, hospital: places.to, reason: 'daar' }
    expect(await server.perform(people.lcps, 'transfer.offer', offer)).not.toHaveProperty('refused')
    expect((await icOf('lcps@nl')).of('azo')).toMatchObject({ coming: 0 })
    await server.perform(people.receiver, 'reservation.acknowledge', { reservation })
    const acceptedBy = { role: 'intensivist van dienst', phone: '088-7654321' }
    const yes = await server.perform(people.receiver, 'reservation.confirm', {
      reservation,
      acceptedBy,
      needs: [],
    })
    expect(yes).not.toHaveProperty('refused')
    const { of } = await icOf('lcps@nl')
    expect([of('nazmn')?.leaving, of('azo')?.coming]).toEqual([1, 1])
    // One patient is a person to who is no coordinator.
    const seen = (await icOf('observer@igj')).of('azo')
    expect(seen).toMatchObject({ coming: null, after: null })
  })

  it('tell who is no coordinator of no group under five', async () => {
    expect((await icOf('rcps@nazl')).of('azeur')?.present).toBeLessThan(5)
    const seen = await icOf('observer@igj')
    expect(seen.of('azeur')).toMatchObject({ present: null, deficit: null })
    // What is hidden is five or more together: another group goes with it.
    expect(seen.ic?.groups.filter(({ present }) => present === null).length).toBeGreaterThan(1)
    const region = await read<RegionSharesView>('observer@igj', '/api/shares/nazmn')
    expect(
      region.levels[0]?.hospitals.every(({ present, deficit }) => present === null && deficit === null),
    ).toBe(true)
  })

  it('of a region follow its own key; an unknown region is not there', async () => {
    const part = async () => {
      const { levels } = await read<RegionSharesView>('rcps@nazmn', '/api/shares/nazmn')
      const ic = levels.find(({ bed }) => bed === 'ic')
      return { key: ic?.key, target: ic?.hospitals.find((one) => one.hospital === places.from)?.target }
    }
    expect(await part()).toEqual({ key: null, target: 4 })
    const own = hospitals.filter(({ region, hasIc }) => region === 'nazmn' && hasIc).map(({ id }) => id)
    expect(own).toHaveLength(5)
    const parts = Object.fromEntries(own.map((id) => [id, id === places.from ? 3 : 1]))
    const key = { regionKey: anId(7104), region: 'nazmn', bed: 'ic', parts, from: T0, reason: 'r' } as const
    await server.perform(aPerson('secretary', 'nazmn'), 'region-key.set', key)
    expect(await part()).toEqual({ key: { from: T0, reason: 'r' }, target: 8 })
    expect((await (await server.as('rcps@nazmn')).get('/api/shares/nergens')).status).toBe(404)
  })

  it('give the signals their figures', async () => {
    const view = await read<SignalsView>('lcps@nl', '/api/signals')
    expect(view.steps.map(({ state }) => state)).toEqual(['below', 'below', 'below'])
    expect(view.steps[0]?.occupied).toBe(beds.reduce((sum, row) => sum + row.occupied, 0))
    expect(view.boss.regions).toHaveLength(11)
  })
})
