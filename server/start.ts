// Puts the server together: store, live stream, app, socket. Called by main.ts and by the tests that need a socket.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:https'
import type { Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { takesLetterFor } from '#shared/retention/letters.ts'
import { demoPeople } from './demo/people.ts'
import type { AppEnv, AppParts } from './http/app-env.ts'
import { createApp } from './http/app.ts'
import { LIMITS } from './http/rate-limit.ts'
import { makeCursors } from './live/cursor.ts'
import { startLive } from './live/live.ts'
import type { Decisions, Hinge } from './perform.ts'
import { makePlanJobs } from './planning/plan-jobs.ts'
import { DEFAULT_PUSH, loadPush, type PushSettings } from './push/push-config.ts'
import { startPusher } from './push/pusher.ts'
import { makeSendPush, type SendPush } from './push/send-push.ts'
import { startSealer } from './record/seal.ts'
import { startDayKeeper } from './reports/day-keeper.ts'
import { startRetention } from './retention/retention.ts'
import { makeAccess, type SignInSettings } from './sign-in/access.ts'
import type { Door } from './sign-in/serve-config.ts'
import { loadMeta } from './store/meta.ts'
import { StartError, type Store } from './store/store.ts'
import { startTimers, type Timers } from './timers/timers.ts'

/** The world outside: handed in, so that tests decide what time it is. */
export type Outside = { now: () => Date; random: (bytes: number) => Buffer }
export const outside: Outside = { now: () => new Date(), random: randomBytes }

export type Running = { parts: AppParts; url: string; close: () => Promise<void> }

export async function makeParts(
  store: Store,
  decisions: Decisions,
  dist: string | null,
  { now, random }: Outside,
  push: PushSettings = DEFAULT_PUSH,
  signIn: SignInSettings = null,
): Promise<AppParts> {
  const hinge: Hinge = { store, decisions, now, random }
  const { epoch, secret } = await loadMeta(store, random)
  const people = demoPeople()
  return {
    hinge,
    live: await startLive(store, { now, random }, epoch),
    people,
    access: makeAccess({ store, now, random, people }, signIn),
    cursors: makeCursors(secret, random),
    limits: signIn === null ? null : LIMITS,
    push: await loadPush(store, push),
    plans: makePlanJobs({ store, now }),
    dist,
    version: '0.1.0',
  }
}

export type Chores = { timers: Timers; close: () => Promise<void> }

/**
 * What the server does by itself, beside answering: what falls due, telling devices that there is work, sealing the
 * record, keeping a day's figures, letting old data go.
 */
export function startChores({ hinge, access, push }: AppParts, send: SendPush = makeSendPush(push)): Chores {
  const timers = startTimers({ hinge, access })
  const sealer = startSealer(hinge.store, hinge.now)
  const days = startDayKeeper(hinge.store, hinge.now)
  const pusher = startPusher({ store: hinge.store, people: access, now: hinge.now, send })
  const retention = startRetention(hinge.store, hinge.now, (missing, transfer) =>
    pusher.tell((held) => takesLetterFor(missing, transfer, held)),
  )
  return {
    timers,
    async close() {
      await timers.close()
      await retention.close()
      await pusher.close()
      await days.close()
      await sealer.close()
    },
  }
}

/** Ends the streams, then what reads the database, then the database. */
export async function closeParts({ live, hinge, access, plans }: AppParts): Promise<void> {
  await access.streams.close()
  await plans.close()
  await live.close()
  await hinge.store.close()
}

const PLAIN: Door = { tls: null, proxy: null }

/** Throws a StartError when the port is not to be had; the parts are closed then. */
export async function listen(
  parts: AppParts,
  port: number,
  host: string,
  door: Door = PLAIN,
): Promise<Running> {
  const server = serverFor(createApp(parts).fetch, door)
  // Slow heads and bodies hold a socket this long at most.
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  const refused = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve)
    server.listen(port, host, () => resolve(null))
  })
  if (refused !== null) {
    await closeParts(parts)
    throw new StartError(`poort ${port} op ${host} is niet te krijgen (${refused.code ?? refused.message})`)
  }
  const address = server.address()
  const open = typeof address === 'object' && address !== null ? address.port : port
  return {
    parts,
    url: `${door.tls === null ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${open}`,
    async close() {
      await parts.access.streams.close()
      await parts.plans.close()
      await parts.live.close()
      await closed(server)
      await parts.hinge.store.close()
    },
  }
}

/** Behind a proxy nobody but that proxy gets a word in. */
function serverFor(fetch: Hono<AppEnv>['fetch'], { tls, proxy }: Door): Server {
  const options = { fetch }
  const server =
    tls === null
      ? createAdaptorServer(options)
      : createAdaptorServer({ ...options, createServer, serverOptions: tls })
  if (proxy !== null)
    server.on('connection', (socket: Socket) => {
      const { remoteAddress = '', remoteFamily } = socket
      if (!proxy.check(remoteAddress.replace(/^::ffff:/, ''), familyOf(remoteAddress, remoteFamily)))
        socket.destroy()
    })
  return server as Server
}

const familyOf = (address: string, family: string | undefined): 'ipv4' | 'ipv6' =>
  family === 'IPv6' && !address.startsWith('::ffff:') ? 'ipv6' : 'ipv4'

/** Running requests get two seconds to end. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
