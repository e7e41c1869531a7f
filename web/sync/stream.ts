import type { News } from '#shared/wire/event.ts'
import { isNews, isReadable } from './apply-news.ts'
import { retryDelay } from './retry-delay.ts'

export type Connection = 'live' | 'connecting' | 'offline'

/** The part of EventSource that is used. */
export type Source = {
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void
  close(): void
}

type Deps = {
  openSource: (url: string) => Source
  random: () => number
  setTimer: (work: () => void, ms: number) => () => void
  /** Epoch ms. */
  clock: () => number
  isOnline: () => boolean
  /** `caughtUp`: nothing older is still on its way. */
  onNews: (news: News[], cursor: string, caughtUp: boolean) => Promise<void>
  /** The server no longer knows the cursor, or it sent what this build cannot read. */
  onReset: () => void
  /** Called while nothing is heard, now and then: fetch a snapshot. */
  onSilence: () => void
  onConnection: (connection: Connection) => void
  /** The line was heard, and is caught up: up to here the mirror is the server's. */
  onHeard: () => void
  onFault: (fault: unknown) => void
}

/** The server beats every 15 s; after this long without a sound the line counts as dead. */
export const SILENCE_MS = 35_000
const POLL_MS = 15_000
/** A line that opens and then says nothing may be held up on its way: so soon the whole is asked for beside it. */
const FIRST_SOUND_MS = 4_000
/** Back in view, a line that was silent this long is not trusted: there was a beat to hear. */
const STALE_MS = 20_000
/** Messages that come together are written together. */
const GATHER_MS = 30

/** News of one person from one cursor on. It keeps reconnecting until it is closed. */
export class Stream {
  private readonly deps: Deps
  private cursor: string
  private source: Source | undefined
  private tries = 0
  private closed = false
  /** Everything older than the line was told on it. */
  private caughtUp = false
  private heardAt = 0
  private cancelRetry: (() => void) | undefined
  private cancelWatch: (() => void) | undefined
  private cancelPoll: (() => void) | undefined
  private cancelWrite: (() => void) | undefined
  private gathered: News[] = []
  /** Writes follow each other; a later cursor is never stored before an earlier one. */
  private writing: Promise<void> = Promise.resolve()

  constructor(deps: Deps, from: string) {
    this.deps = deps
    this.cursor = from
    this.connect()
  }

  close(): void {
    this.closed = true
    this.source?.close()
    this.cancelRetry?.()
    this.cancelWatch?.()
    this.stopPolling()
    this.cancelWrite?.()
  }

  /** In view again: no waiting out. `anew`: on another network, where the old line may be dead and not know it. */
  hurry(anew = false): void {
    if (this.closed) return
    if (anew || this.source === undefined || this.deps.clock() - this.heardAt > STALE_MS) this.connect()
  }

  private connect(): void {
    this.cancelRetry?.()
    this.source?.close()
    if (this.closed) return
    this.caughtUp = false
    this.sayLost()
    this.watch()
    this.cancelPoll ??= this.deps.setTimer(() => this.poll(), FIRST_SOUND_MS)
    const mine = this.deps.openSource(`/api/events?since=${encodeURIComponent(this.cursor)}`)
    this.source = mine
    const hear = (name: string, act: (event: MessageEvent<string>) => void) =>
      mine.addEventListener(name, (event) => {
        if (!this.closed && this.source === mine) act(event)
      })
    hear('message', (event) => this.take(event))
    hear('beat', (event) => this.beat(event))
    hear('reset', () => this.reset())
    hear('error', () => this.lose())
  }

  private heard(): void {
    this.tries = 0
    this.heardAt = this.deps.clock()
    this.watch()
    this.stopPolling()
  }

  /** A sign of life, the first of them when everything older was told; it carries the cursor past what is not ours. */
  private beat(event: MessageEvent<string>): void {
    this.heard()
    this.caughtUp = true
    if (event.lastEventId !== '') this.cursor = event.lastEventId
    this.write()
  }

  private take(event: MessageEvent<string>): void {
    this.heard()
    const body = parse(event.data)
    if (!isReadable(body)) {
      this.reset()
      return
    }
    if (isNews(body)) this.gathered.push(body)
    if (event.lastEventId !== '') this.cursor = event.lastEventId
    this.cancelWrite ??= this.deps.setTimer(() => this.write(), GATHER_MS)
  }

  private write(): void {
    this.cancelWrite?.()
    this.cancelWrite = undefined
    const { gathered, cursor, caughtUp, source } = this
    this.gathered = []
    this.writing = this.writing
      .then(() => this.deps.onNews(gathered, cursor, caughtUp))
      .then(() => {
        // Only now is the mirror as far as the line.
        if (!caughtUp || this.closed || this.source !== source) return
        this.deps.onConnection('live')
        this.deps.onHeard()
      })
      .catch((fault: unknown) => {
        // What could not be written is fetched again as a whole.
        this.deps.onFault(fault)
        this.reset()
      })
  }

  private watch(): void {
    this.cancelWatch?.()
    this.cancelWatch = this.deps.setTimer(() => this.lose(true), SILENCE_MS)
  }

  /** Reconnects later; meanwhile the mirror is kept by asking for the whole. */
  private lose(silent = false): void {
    this.source?.close()
    this.source = undefined
    this.cancelWatch?.()
    this.tries += 1
    this.caughtUp = false
    this.sayLost()
    this.cancelRetry?.()
    this.cancelRetry = this.deps.setTimer(() => this.connect(), retryDelay(this.tries, this.deps.random()))
    // A first break is most often a passing one: the next connection catches up by itself.
    if (silent || this.tries === 2) this.poll()
  }

  private poll(): void {
    this.cancelPoll?.()
    this.deps.onSilence()
    this.cancelPoll = this.deps.setTimer(() => this.poll(), POLL_MS)
  }

  private stopPolling(): void {
    this.cancelPoll?.()
    this.cancelPoll = undefined
  }

  private sayLost(): void {
    this.deps.onConnection(this.deps.isOnline() ? 'connecting' : 'offline')
  }

  /** Once: by the second time another line is open. */
  private reset(): void {
    if (this.closed) return
    this.close()
    this.deps.onReset()
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
