import { afterEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
afterEach(() => server.close())

it('lets eight reads of one session be under way, tells the ninth to wait, and nobody else', async () => {
  server = await startTestServer('sqlite')
  const scanner = await server.as('rcps@nazmn')
  const other = await server.as('rcps@azo')
  const asked = Array.from({ length: 12 }, () => scanner.get('/api/snapshot'))
  const beside = await other.get('/api/snapshot')
  const answers = await Promise.all(asked)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(8)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(4)
  expect(refused[0]?.headers.get('retry-after')).toBe('10')
  expect(beside.status).toBe(200)
  expect((await scanner.get('/api/snapshot')).status).toBe(200)
})
