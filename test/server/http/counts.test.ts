import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CountsView } from '#shared/wire/reads.ts'
import { anId, aWardRequest, aPerson, places } from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('figures without patients on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
  })
  afterEach(() => server.close())

  let made = 0
  const file = async (hospital: string, times: number) => {
    for (let n = 0; n < times; n += 1) {
      made += 1
      const payload = { transfer: anId(7000 + made), request: aWardRequest() }
      const outcome = await server.perform(aPerson('ward-staff', hospital), 'transfer.submit', payload)
      expect(outcome).not.toHaveProperty('refused')
    }
  }
  const counts = async (person = 'observer@igj') =>
    (await (await server.as(person)).get('/api/counts')).json() as Promise<CountsView>
  const open = ({ counts: all }: CountsView) => {
    const found = all.find(({ bed, measure }) => bed === 'ward' && measure === 'open')
    const of = (region: string) => found?.regions.find((one) => one.region === region)?.count
    return { total: found?.total, here: of(places.region), there: of(places.elsewhereRegion) }
  }

  it('show no group under five, nor what it could be reckoned from', async () => {
    await file(places.from, 4)
    expect(open(await counts())).toEqual({ total: null, here: null, there: null })
    await file(places.elsewhere, 6)
    expect(open(await counts())).toEqual({ total: 10, here: null, there: null })
    await file(places.from, 1)
    expect(open(await counts())).toEqual({ total: 11, here: null, there: 6 })
  })

  it('are for who oversees, and name no patient, hospital or code', async () => {
    await file(places.from, 6)
    for (const name of castNames.filter((one) => one !== 'foreignLcps')) {
      const answer = await (await server.as(cast[name].id)).get('/api/counts')
      const role = cast[name].memberships[0]?.role ?? ''
      const isFor = ['observer', 'secretary', 'admin', 'rcps', 'lcps'].includes(role)
      expect(`${name} ${answer.status}`).toBe(`${name} ${isFor ? 200 : 403}`)
      if (isFor) expect(await answer.text()).not.toMatch(/umc|[0-9a-f]{8}-/)
    }
  })
})
