// The day's plan: for the LCPS alone, every field of its answers in the list, nothing of a transfer that the LCPS may not
// know of, and every look in the record with its codes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanAnswer } from '#shared/wire/plans.ts'
import { type CastName, cast, castNames } from '#test/support/cast.ts'
import { leaks, longestList, unlisted } from '#test/support/confinement/answers.ts'
import { knows, tellAll, type Told } from '#test/support/confinement/points.ts'
import { anId, plus } from '#test/support/builders.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

const viewers = castNames.filter((name) => name !== 'foreignLcps')

let server: TestServer
let told: Told[]
let plan = ''
const cookies = new Map<CastName, string>()
beforeAll(async () => {
  const beds = roomEverywhere().map((row) => ({ ...row, operational: 60 }))
  server = await startTestServer('sqlite', { beds })
  told = await tellAll(server)
  for (const name of viewers) cookies.set(name, (await server.as(cast[name].id)).cookie)
  const made = await ask('lcps', '/api/plans', { bed: 'ic' })
  plan = ((await made.json()) as { id: string }).id
  await waitFor()
}, 60_000)
afterAll(() => server.close())

let asked = 0
function ask(name: CastName, path: string, body?: unknown, method = 'GET'): Promise<Response> {
  asked += 1
  server.clock.now = plus(asked / 100)
  const cookie = cookies.get(name) ?? ''
  return Promise.resolve(
    server.app.request(path, body === undefined ? { method, headers: { cookie } } : json(body, cookie)),
  )
}
async function waitFor(): Promise<void> {
  for (let seen = ''; ; ) {
    const answer = await ask('lcps', `/api/plans/${plan}?wait=20&seen=${seen}`)
    const { job } = (await answer.json()) as PlanAnswer
    if (job.ended !== null) return
    seen = `${job.state}:${job.stage ?? ''}`
  }
}

/** As in the OpenAPI document → the path. */
const reads = (): Record<string, string> => ({
  'get /api/plans': '/api/plans?bed=ic',
  'get /api/plans/{id}': `/api/plans/${plan}`,
  'get /api/plans/{id}/rows': `/api/plans/${plan}/rows`,
})

describe('the day’s plan', () => {
  it('is read by the LCPS alone, every field of it known, and leaks nothing', async () => {
    const found: string[] = []
    for (const [route, path] of Object.entries(reads()))
      for (const name of viewers) {
        const answer = await ask(name, path)
        expect(`${name} ${route} ${answer.status}`).toBe(`${name} ${route} ${name === 'lcps' ? 200 : 403}`)
        const text = await answer.text()
        const body: unknown = JSON.parse(text)
        found.push(...unlisted(answer.status === 200 ? route : 'problem', body))
        found.push(...leaks(name, text, told).map((leak) => `${name} ${route}: ${leak}`))
        expect(longestList(body)).toBeLessThanOrEqual(100)
      }
    expect(found).toEqual([])
  })

  it('holds exactly what waits at the LCPS', async () => {
    const { rows } = (await (await ask('lcps', `/api/plans/${plan}/rows`)).json()) as {
      rows: { transfer: string; code: string }[]
    }
    const waiting = told.filter(({ point }) => point === 'handed-over' || point === 'declined')
    expect(waiting.every(({ point }) => knows('lcps', point))).toBe(true)
    expect(rows.map(({ code }) => code).sort()).toEqual(waiting.map(({ code }) => code).sort())
  })

  it('is asked for and taken back by the LCPS alone', async () => {
    for (const name of viewers.filter((one) => one !== 'lcps')) {
      expect((await ask(name, '/api/plans', { bed: 'ic' })).status).toBe(403)
      for (const id of [plan, anId(1)])
        expect((await ask(name, `/api/plans/${id}`, undefined, 'DELETE')).status).toBe(403)
    }
  })

  it('every look is in the record, with the codes', async () => {
    const lines = await server.parts.hinge.store.query
      .selectFrom('record_lines')
      .select(['event', 'person', 'codes'])
      .where('event', 'like', 'plan.%')
      .execute()
    expect(new Set(lines.map(({ event }) => event))).toEqual(new Set(['plan.make', 'plan.read']))
    const codes = told
      .filter(({ point }) => point === 'handed-over' || point === 'declined')
      .map(({ code }) => code)
      .sort()
    for (const line of lines) {
      expect(line.person).toBe('lcps@nl')
      expect(JSON.parse(line.codes ?? '[]')).toEqual(codes)
    }
  })
})
