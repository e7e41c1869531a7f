import { afterEach, expect, it } from 'vitest'
import { plus } from '#test/support/builders.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
afterEach(() => server.close())

it('tells a session that scans the lists to wait, and nobody else; a while later it may again', async () => {
  server = await startTestServer('sqlite')
  const scanner = await server.as('rcps@nazmn')
  const statuses: number[] = []
  for (let n = 0; n < 70; n += 1) statuses.push((await scanner.get('/api/snapshot')).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  const refused = await scanner.get('/api/snapshot')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('10')
  expect((await (await server.as('rcps@azo')).get('/api/snapshot')).status).toBe(200)
  server.clock.now = plus(1)
  expect((await scanner.get('/api/snapshot')).status).toBe(200)
})
