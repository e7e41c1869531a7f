import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportView } from '#shared/wire/reports.ts'
import { places } from '#test/support/builders.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer('sqlite')
})
afterAll(() => server.close())

const ask = async (person: string, query = '') => (await server.as(person)).get(`/api/reports/day${query}`)

describe('the door of the report', () => {
  it.each([
    ['?day=gisteren', 'day', 'format'],
    ['?day=2026-02-30', 'day', 'format'],
    ['?day=2026-11-22', 'day', 'range'],
    ['?period=month', 'period', 'enum'],
  ])('says of %s what is wrong', async (query, field, fault) => {
    const answer = await ask('lcps@nl', query)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'command.invalid', fields: [{ field, fault }] })
  })

  it('gives the nation to whoever may read, a region to its RCPS, the LCPS and who oversees', async () => {
    const statusOf = async (person: string, place: string) => (await ask(person, `?place=${place}`)).status
    expect(await statusOf(`rcps@${places.region}`, places.region)).toBe(200)
    expect(await statusOf(`rcps@${places.region}`, places.elsewhereRegion)).toBe(403)
    expect(await statusOf('lcps@nl', places.elsewhereRegion)).toBe(200)
    expect(await statusOf('observer@igj', places.elsewhereRegion)).toBe(200)
    expect(await statusOf('lcps@nl', 'nergens')).toBe(403)
    expect(await statusOf(`intensivist@${places.from}`, 'nl')).toBe(403)
  })

  it('is recorded, without any patient', async () => {
    const answer = (await (await ask('lcps@nl', '?period=week')).json()) as ReportView
    expect(answer).toMatchObject({ period: 'week', from: '2026-11-16', until: '2026-11-21', seen: 'all' })
    const lines = await server.parts.hinge.store.query
      .selectFrom('record_lines')
      .select(['event', 'action', 'person', 'codes'])
      .where('event', '=', 'report.read')
      .execute()
    expect(lines.at(-1)).toMatchObject({ action: 'R', person: 'lcps@nl' })
  })
})
