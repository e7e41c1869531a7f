// A whole server on a new database, at a clock the test sets: as an app to ask, or listening on a free port.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { Person } from '#shared/access/parties.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Phase } from '#shared/terms.ts'
import type { Command, CommandName, Payload } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import type { AppEnv, AppParts } from '#server/http/app-env.ts'
import { createApp } from '#server/http/app.ts'
import { DEFAULT_PUSH } from '#server/push/push-config.ts'
import { type Outcome, perform } from '#server/perform.ts'
import { listen, makeParts, type Running } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'
import { T0 } from '#test/support/builders.ts'
import { type Dialect, emptyDatabase, type Place } from '#test/support/databases.ts'
import { fill } from '#test/support/fill.ts'
import { roomEverywhere } from '#test/support/story.ts'

export type TestServer = {
  place: Place
  parts: AppParts
  app: Hono<AppEnv>
  clock: { now: string }
  /** Asks the app, signed in as this person. */
  as(person: string): Promise<Caller>
  /** Past the doors: straight to the hinge. */
  perform<N extends CommandName>(person: Person, name: N, payload: Payload<N>, id?: string): Promise<Outcome>
  /** The same server behind a socket. */
  listen(): Promise<Running>
  close(): Promise<void>
}

export type Caller = {
  cookie: string
  get(path: string): Promise<Response>
  post<N extends CommandName>(name: N, payload: Payload<N>, over?: Partial<Command>): Promise<Response>
}

type Options = { beds?: Beds[]; phase?: Phase; place?: Place; fill?: boolean; pushHosts?: string[] }

export async function startTestServer(dialect: Dialect, options: Options = {}): Promise<TestServer> {
  const place = options.place ?? (await emptyDatabase(dialect))
  const clock = { now: T0 }
  const now = () => new Date(clock.now)
  const store = await openStore(place.choice, now)
  if (options.fill !== false) await fill(store, options.beds ?? roomEverywhere(), options.phase ?? '2a')
  const push = { ...DEFAULT_PUSH, hosts: options.pushHosts ?? [] }
  const parts = await makeParts(store, decisions, null, { now, random: randomBytes }, push)
  const app = createApp(parts)
  let running: Running | null = null
  return {
    place,
    parts,
    app,
    clock,
    as: (person) => callAs(app, person, clock),
    perform(person, name, payload, id = randomUUID()) {
      const command = { id, name, at: clock.now, payload } as Command
      const hash = createHash('sha256')
        .update(JSON.stringify([person.id, command]))
        .digest('hex')
      return perform(parts.hinge, { person, command, hash })
    },
    async listen() {
      running = await listen(parts, 0, '127.0.0.1')
      return running
    },
    async close() {
      if (running === null) {
        await parts.plans.close()
        await parts.live.close()
        await store.close()
      } else await running.close()
      if (options.place === undefined) await place.drop()
    },
  }
}

export const json = (body: unknown, cookie = ''): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify(body),
})

export async function signIn(app: Hono<AppEnv>, person: string): Promise<string> {
  const answer = await app.request('/api/session/demo', json({ person }))
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`cannot sign in as ${person}: ${await answer.text()}`)
  return cookie
}

async function callAs(app: Hono<AppEnv>, person: string, clock: { now: string }): Promise<Caller> {
  const cookie = await signIn(app, person)
  return {
    cookie,
    get: async (path) => app.request(path, { headers: { cookie } }),
    post: async (name, payload, over = {}) =>
      app.request('/api/commands', json({ id: randomUUID(), name, at: clock.now, payload, ...over }, cookie)),
  }
}
