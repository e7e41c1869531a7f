import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOOR_COMMANDS } from '#shared/wire/command.ts'
import { ROUTES } from '#server/http/openapi.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

type Document = {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown>; security: unknown[] }>>
  components: { schemas: { Command: { oneOf: Record<string, never>[] } } & Record<string, object> }
}

let server: TestServer
let document: Document
beforeAll(async () => {
  server = await startTestServer('sqlite', { beds: [] })
  document = await (await server.app.request('/api/openapi.json')).json()
})
afterAll(() => server.close())

describe('the OpenAPI document', () => {
  it('names every route of the app, and no other', () => {
    const served = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(
        ({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '')}`,
      )
    expect([...new Set(served)].sort()).toEqual(Object.keys(ROUTES).sort())
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(documented.sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it('names every command with its payload', () => {
    const { oneOf } = document.components.schemas.Command
    expect(oneOf.map((one) => one.title)).toEqual(DOOR_COMMANDS)
    const submit = JSON.stringify(oneOf[0])
    for (const part of [
      '"age"',
      '"minimum":16',
      '"maximum":120',
      '"additionalProperties":false',
      '"directedTo"',
    ])
      expect(submit).toContain(part)
  })

  it('resolves every reference and answers every refusal as a problem', () => {
    expect(document.openapi).toBe('3.1.0')
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas, name).toHaveProperty(name ?? '')
    for (const methods of Object.values(document.paths))
      for (const { responses } of Object.values(methods)) expect(responses).toHaveProperty('default')
  })

  it('says which routes need a session, as the server does', async () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(methods)) {
        const answer = await server.app.request(path.replace('{id}', 'x'), { method: method.toUpperCase() })
        expect(answer.status === 401, `${method} ${path}`).toBe(security.length > 0)
      }
  })
})
