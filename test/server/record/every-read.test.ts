// Every GET of the OpenAPI document leaves a line under its own request number, in whichever role it is answered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '#server/http/openapi.ts'
import { places } from '#test/support/builders.ts'
import { cast, castNames } from '#test/support/cast.ts'
import { tellAll, type Told } from '#test/support/confinement/points.ts'
import { type Caller, startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

/** What tells of nobody, or only of who asks. */
const OF_NOBODY = ['health', 'openapi.json', 'session', 'session/demo', 'session/ways', 'push']
/** A line a delivery (stream.test.ts); administrators' (confinement-admin.test.ts); one's own; providers'; a kept plan's. */
const ELSEWHERE = /\/api\/(events|admin\/.*|account\/.*|session\/provider\/.*|plans\/.*)$/

const reads = Object.keys(ROUTES).filter(
  (route) =>
    route.startsWith('get ') &&
    !OF_NOBODY.some((path) => route === `get /api/${path}`) &&
    !ELSEWHERE.test(route),
)

let server: TestServer
let told: Told[]
const callers: Caller[] = []
beforeAll(async () => {
  server = await startTestServer('sqlite', {
    beds: roomEverywhere().map((row) => ({ ...row, operational: 60 })),
  })
  told = await tellAll(server)
  for (const name of castNames) if (name !== 'foreignLcps') callers.push(await server.as(cast[name].id))
}, 60_000)
afterAll(() => server.close())

const QUESTIONS: Record<string, string> = {
  '/api/transfers/{id}/letter': '?as=export',
  '/api/plans': '?bed=ic',
}
const idsFor = (route: string): string[] =>
  route.includes('/shares/')
    ? [places.region]
    : route.includes('/beds/')
      ? [places.from, `${places.from}:ic`]
      : told.map(({ transfer }) => transfer)

const linesOf = (request: string | null) =>
  server.parts.hinge.store.query
    .selectFrom('record_lines')
    .select(['event', 'person', 'outcome'])
    .where('request', '=', request)
    .execute()

describe('every read', () => {
  it.each(reads)('%s', async (route) => {
    const path = route.slice('get '.length)
    let answered = 0
    for (const id of path.includes('{id}') ? idsFor(route) : [''])
      for (const caller of callers) {
        const answer = await caller.get(path.replace('{id}', id) + (QUESTIONS[path] ?? ''))
        if (answer.status !== 200) continue
        answered += 1
        const lines = await linesOf(answer.headers.get('x-request-id'))
        expect(lines.map(({ outcome }) => outcome)).toEqual(['done'])
        if (answered === 3) return
      }
    expect(answered, 'nobody was answered').toBeGreaterThan(0)
  })
})
