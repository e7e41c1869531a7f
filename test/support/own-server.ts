// A server for real on a new database, without a socket unless asked: people of its own, passkeys, browsers that keep
// their cookies. Used by test/server/sign-in.
import { randomBytes } from 'node:crypto'
import { decisions } from '#shared/wire/decisions.ts'
import type { Invitation } from '#shared/wire/accounts.ts'
import type { Session } from '#shared/wire/reads.ts'
import type { AppParts } from '#server/http/app-env.ts'
import { createApp } from '#server/http/app.ts'
import { setupLink } from '#server/sign-in/invites.ts'
import type { ProviderSettings } from '#server/sign-in/providers.ts'
import type { SignInEvent } from '#server/sign-in/record.ts'
import { closeParts, listen, makeParts, type Running } from '#server/start.ts'
import { openStore } from '#server/store/open-store.ts'
import { type Authenticator, makeAuthenticator } from './authenticator.ts'
import { T0 } from './builders.ts'
import { type Dialect, emptyDatabase, type Place } from './databases.ts'

export const ORIGIN = 'https://brancard.example'

export type Browser = {
  cookies: Map<string, string>
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}

export type OwnServer = {
  place: Place
  parts: AppParts
  clock: { now: string }
  /** What was told to the record. */
  told: SignInEvent[]
  browser: () => Browser
  /** As it is, without a browser's ways. */
  send: (path: string, init: RequestInit) => Promise<Response>
  listen: () => Promise<Running>
  close: () => Promise<void>
}

type Options = { place?: Place; origin?: string; providers?: ProviderSettings[]; clock?: { now: string } }

export async function startOwnServer(dialect: Dialect, options: Options = {}): Promise<OwnServer> {
  const place = options.place ?? (await emptyDatabase(dialect))
  const clock = options.clock ?? { now: T0 }
  const now = () => new Date(clock.now)
  const origin = options.origin ?? ORIGIN
  const store = await openStore(place.choice, now)
  const outside = { now, random: randomBytes }
  const signIn = { origin, providers: options.providers ?? [] }
  const parts = await makeParts(store, decisions, null, outside, undefined, signIn)
  const told: SignInEvent[] = []
  parts.access.record = (event) => void told.push(event)
  const app = createApp(parts)
  const send = (path: string, init: RequestInit) => Promise.resolve(app.request(origin + path, init))
  let running: Running | null = null
  return {
    place,
    parts,
    clock,
    told,
    browser: () => makeBrowser(send),
    send,
    async listen() {
      running = await listen(parts, 0, '127.0.0.1')
      return running
    },
    async close() {
      if (running === null) await closeParts(parts)
      else await running.close()
      if (options.place === undefined) await place.drop()
    },
  }
}

/** Keeps cookies as a browser does, without looking at their attributes. */
export function makeBrowser(send: (path: string, init: RequestInit) => Promise<Response>): Browser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await send(path, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const set of answer.headers.getSetCookie()) {
        const [pair = ''] = set.split(';')
        const [name = '', value = ''] = pair.split('=')
        if (/max-age=0/i.test(set)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    },
  }
}

export type Seat = { browser: Browser; key: Authenticator; session: Session }

const tokenOf = (link: string): string => new URL(link).hash.slice(1)

/** Follows an invitation as its person does. */
export async function accept(server: OwnServer, link: string, browser = server.browser()): Promise<Seat> {
  const key = makeAuthenticator(server.parts.access.own?.origin.origin ?? '')
  const token = tokenOf(link)
  const asked = await browser.ask('POST', '/api/session/invite/options', { token })
  if (!asked.ok) throw new Error(`not let in: ${await asked.text()}`)
  const answer = key.create(await asked.json())
  const session = await browser.ask('POST', '/api/session/invite', { token, answer })
  if (!session.ok) throw new Error(`not let in: ${await session.text()}`)
  return { browser, key, session: await session.json() }
}

/** The link that a first start prints. */
export async function firstLink({ parts }: OwnServer): Promise<string> {
  const { store, now, random } = parts.hinge
  const origin = parts.access.own?.origin ?? new URL(ORIGIN)
  const link = await setupLink({ now: now(), random, origin }, store)
  if (link === null) throw new Error('there is somebody already')
  return link
}

export const firstAdmin = async (server: OwnServer): Promise<Seat> => accept(server, await firstLink(server))

/** Signs in, or shows the passkey once more. */
export async function show({ browser, key }: Seat, what: 'passkey' | 'fresh' = 'passkey'): Promise<Response> {
  const asked = await browser.ask('POST', `/api/session/${what}/options`)
  return browser.ask('POST', `/api/session/${what}`, { answer: key.get(await asked.json()) })
}

export async function invite(
  admin: Seat,
  role: string,
  org: string,
  label = `${role}, ${org}`,
): Promise<Invitation> {
  const made = await admin.browser.ask('POST', '/api/admin/people', { label, memberships: [{ role, org }] })
  if (!made.ok) throw new Error(`not invited: ${await made.text()}`)
  return made.json()
}

/** Invites somebody, who comes at once. */
export const welcome = async (server: OwnServer, admin: Seat, role: string, org: string): Promise<Seat> =>
  accept(server, (await invite(admin, role, org)).link)
