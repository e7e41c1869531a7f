import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordView } from '#shared/wire/reads.ts'
import { aRequest, ids, people, places } from '#test/support/builders.ts'
import { strangers } from '#test/support/cast.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('the parties read their request’s record, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect)
    const { transfer, reservation } = ids
    await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest() })
    await (await server.as(people.rcps.id)).get('/api/snapshot')
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
    const first = { transfer, reservation, hospital: places.elsewhere, reason: 'afgesproken' }
    await server.perform(people.lcps, 'transfer.offer', first)
    const elsewhere = await server.as(strangers.otherHospital.id)
    for (let n = 0; n < 3; n += 1) await elsewhere.get(`/api/transfers/${transfer}`)
    await elsewhere.post('reservation.decline', { reservation, reason: 'no-staff' })
    await elsewhere.get(`/api/transfers/${transfer}`)
    const second = { ...first, reservation: ids.other, hospital: places.to }
    await server.perform(people.lcps, 'transfer.offer', second)
  })
  afterEach(() => server.close())

  const told = async (person: string): Promise<RecordView> => {
    const answer = await (await server.as(person)).get(`/api/transfers/${ids.transfer}/record`)
    expect(answer.status).toBe(200)
    return answer.json()
  }
  const short = ({ entries }: RecordView) =>
    entries.map(({ event, outcome, role, times }) => `${event} ${outcome} ${role} ${times}`)

  it('whose request it is sees every look, repeated ones together, the newest first', async () => {
    const view = await told(people.intensivist.id)
    expect(short(view)).toEqual([
      'transfer.offer done lcps 1',
      'transfer.read refused bed-desk 1',
      'reservation.decline done bed-desk 1',
      'transfer.read done bed-desk 3',
      'transfer.offer done lcps 1',
      'transfer.hand-over done rcps 1',
      'list.read done rcps 1',
      'transfer.submit done intensivist 1',
    ])
    expect(view.isWhole).toBe(true)
    // A function at an organisation: no person, no session, no address.
    expect(JSON.stringify(view)).not.toMatch(/@lumc|@umc|127\.0|session|request"/)
    expect(short(await told(people.rcps.id))[0]).toBe('transfer.read-record done intensivist 1')
  })

  it('the receiver learns nothing of whom else was asked', async () => {
    const view = await told(people.receiver.id)
    expect(view.entries.map(({ org }) => org)).not.toContain(places.elsewhere)
    expect(short(view)).toContain('transfer.submit done intensivist 1')
  })

  it('who is no party gets the same answer as for what is not there, and that is recorded', async () => {
    for (const { id } of [strangers.otherHospital, strangers.admin, strangers.observer]) {
      const answer = await (await server.as(id)).get(`/api/transfers/${ids.transfer}/record`)
      expect(answer.status, id).toBe(404)
    }
    const lines = short(await told(people.intensivist.id))
    expect(lines.filter((line) => line.startsWith('transfer.read-record refused'))).toHaveLength(3)
  })
})
