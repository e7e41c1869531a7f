import { afterEach, expect, it } from 'vitest'
import { signIn, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
afterEach(() => server.close())

it.each(['/api/snapshot', '/api/session/demo', '/api/openapi.json'])('%s comes compressed', async (path) => {
  server = await startTestServer('sqlite')
  const cookie = await signIn(server.app, 'lcps@nl')
  const answer = await server.app.request(path, { headers: { cookie, 'accept-encoding': 'gzip, br' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
})
