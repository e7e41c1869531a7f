// The server of a simulated world: the real app over a database in memory, with a door that can be shut. It can be
// replaced by a newer one, and its database by an earlier copy of itself.
import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Hono } from 'hono'
import { decisions } from '#shared/wire/decisions.ts'
import type { AppEnv, AppParts } from '#server/http/app-env.ts'
import { createApp } from '#server/http/app.ts'
import type { Decisions } from '#server/perform.ts'
import type { Cursors } from '#server/live/cursor.ts'
import { makeParts } from '#server/start.ts'
import { loadEpoch, renewEpoch } from '#server/store/meta.ts'
import { startTimers, type Timers } from '#server/timers/timers.ts'
import { Staff } from './cast.ts'
import type { Chance } from './chance.ts'
import type { History } from './history.ts'
import { type Copy, openCopy } from './store-copies.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Minutes pass between two things that fall due: no need to look every five seconds. */
const TIMERS_MS = 20_000
const HOST = 'brancard.example'
export const ORIGIN = `https://${HOST}`

export type Asked = {
  path: string
  method: string
  body: string | null
  cookie: string
  headers?: Record<string, string>
}
export type Reply = { status: number; headers: Record<string, string>; text: string }

/** What a stream is written to: as much of a socket as the live stream asks of it. */
export class Outgoing extends EventEmitter {
  destroyed = false
  writableEnded = false
  readonly writableLength = 0
  readonly writableNeedDrain = false
  private readonly onBytes: (bytes: Buffer) => void

  constructor(onBytes: (bytes: Buffer) => void) {
    super()
    this.onBytes = onBytes
  }

  writeHead(): this {
    return this
  }

  flushHeaders(): void {
    this.onBytes(Buffer.alloc(0))
  }

  write(bytes: Buffer | string): boolean {
    if (!this.destroyed && !this.writableEnded) this.onBytes(Buffer.from(bytes))
    return true
  }

  end(bytes?: Buffer | string): void {
    if (bytes !== undefined) this.write(bytes)
    this.writableEnded = true
    this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.emit('close')
  }
}

type Deps = {
  time: VirtualTime
  chance: Chance
  history: History
  /** The rules as this world has them; a broken world has others. */
  decisions?: Decisions
}

export class SimServer {
  readonly staff = new Staff()
  up = true
  /** Cookie → who signed in with it. */
  readonly signedIn = new Map<string, string>()
  /** Each database that came to an end, and the one of now. */
  copy: Copy
  backup: Buffer | null = null
  restores = 0
  /** Of the database that was put back; the server may find out by itself that it has to end. */
  private epochPutBack: string | null = null
  /** As a broken world has them. */
  cursorsOf: (real: Cursors) => Cursors = (real) => real
  private app: Hono<AppEnv> | null = null
  private parts: AppParts | null = null
  private timers: Timers | null = null
  private readonly deps: Deps

  constructor(deps: Deps, bytes: Buffer) {
    this.deps = deps
    this.copy = openCopy(bytes)
  }

  get now(): string {
    return new Date(this.deps.time.now).toISOString()
  }

  async start(): Promise<void> {
    if (this.app !== null) return
    const { time, chance } = this.deps
    const outside = { now: () => new Date(time.now), random: chance.bytes }
    const made = await makeParts(this.copy.store, this.deps.decisions ?? decisions, null, outside)
    this.parts = {
      ...made,
      people: this.staff,
      access: { ...made.access, find: async (id) => this.staff.find(id) ?? null },
      cursors: this.cursorsOf(made.cursors),
    }
    this.app = createApp(this.parts)
    this.timers = startTimers(this.parts, TIMERS_MS)
    this.up = true
  }

  /** Every stream ends; nothing answers until the next start. */
  async stop(): Promise<void> {
    this.up = false
    await this.timers?.close()
    await this.parts?.access.streams.close()
    await this.parts?.live.close()
    this.parts = null
    this.app = null
  }

  takeBackup(): void {
    this.backup = this.copy.database.serialize()
  }

  /** `announced`: the operator says so; else the server has to find out by itself. */
  async restore(backup: Buffer, announced: boolean): Promise<void> {
    await this.stop()
    await this.copy.store.close()
    this.copy = openCopy(backup)
    this.restores += 1
    const { store } = this.copy
    this.epochPutBack = await loadEpoch(store.query)
    if (announced) await renewEpoch(store, await loadEpoch(store.query), this.deps.chance.bytes)
  }

  async handle({ path, method, body, cookie, headers: sent }: Asked): Promise<Reply | null> {
    if (this.app === null || !this.up) return null
    const json = body === null ? {} : { 'content-type': 'application/json' }
    const headers = { ...json, ...sent, cookie, host: HOST, 'sec-fetch-site': 'same-origin' }
    const init = { method, headers, ...(body === null ? {} : { body }) }
    const answer = await this.app.fetch(new Request(ORIGIN + path, init))
    const reply = { status: answer.status, headers: {}, text: await answer.text() }
    for (const name of ['content-type', 'retry-after']) {
      const value = answer.headers.get(name)
      if (value !== null) Object.assign(reply.headers, { [name]: value })
    }
    // The last one counts: an earlier one ends the session this browser had before.
    const own = answer.headers.getSetCookie().at(-1)?.split(';')[0]
    if (path === '/api/session/demo' && answer.ok && own !== undefined) {
      Object.assign(reply.headers, { 'set-cookie': own })
      this.signedIn.set(own, (JSON.parse(body ?? '{}') as { person: string }).person)
    }
    return reply
  }

  /** True: the stream is open and goes to `out`. */
  async openStream(path: string, cookie: string, out: Outgoing): Promise<boolean> {
    if (this.app === null || !this.up) return false
    const headers = { cookie, accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' }
    const answer = await this.app.fetch(new Request(ORIGIN + path, { headers }), {
      outgoing: out as unknown as ServerResponse,
    })
    return answer.headers.get('x-hono-already-sent') !== null
  }

  /** A person's sessions end; the streams that hang on them follow. */
  endSessions(person: string): void {
    this.copy.database.prepare('delete from sessions where person = ?').run(person)
  }

  /** A backup was put back without `npm run new-epoch`, and the server has not noticed. */
  async isSilent(): Promise<boolean> {
    return this.epochPutBack === (await loadEpoch(this.copy.store.query))
  }

  /** The stored answer to a command; undefined where there is none. */
  answerTo(command: string): string | undefined {
    const row = this.copy.database.prepare('select answer from commands where id = ?').get(command)
    const answer = (row as { answer: string | null } | undefined)?.answer ?? undefined
    return answer?.startsWith('{"refused":') ? undefined : answer
  }

  async close(): Promise<void> {
    await this.stop()
    await this.copy.store.close()
  }
}
