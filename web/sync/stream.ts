import type { News } from '#shared/wire/event.ts'
import { isNews } from './apply-news.ts'
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
  isOnline: () => boolean
  onNews: (news: News[], cursor: string) => Promise<void>
  /** The server no longer knows the cursor, or it sent what this build cannot read. */
  onReset: () => void
  /** Called while there is no live stream, now and then: fetch a snapshot. */
  onSilence: () => void
  onConnection: (connection: Connection) => void
  /** The line was heard: up to here the mirror is the server's. */
  onHeard: () => void
  onFault: (fault: unknown) => void
}

/** The server beats every 15 s; after this long without a sound the line counts as dead. */
export const SILENCE_MS = 35_000
const POLL_MS = 15_000
/** Messages that come together are written together. */
const GATHER_MS = 30

/** News of one person from one cursor on. It keeps reconnecting until it is closed. */
export class Stream {
  private readonly deps: Deps
  private cursor: string
  private source: Source | undefined
  private tries = 0
  private closed = false
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
    this.cancelPoll?.()
    this.cancelWrite?.()
  }

  /** With signal again, or in view again: no waiting out. */
  hurry(): void {
    if (!this.closed && this.source === undefined) this.connect()
  }

  private connect(): void {
    this.cancelRetry?.()
    if (this.closed) return
    this.sayLost()
    this.watch()
    const mine = this.deps.openSource(`/api/events?since=${encodeURIComponent(this.cursor)}`)
    this.source = mine
    const hear = (name: string, act: (event: MessageEvent<string>) => void) =>
      mine.addEventListener(name, (event) => {
        if (!this.closed && this.source === mine) act(event)
      })
    hear('open', () => this.heard())
    hear('message', (event) => this.take(event))
    hear('beat', (event) => this.beat(event))
    hear('reset', () => this.reset())
    hear('error', () => this.lose())
  }

  private heard(): void {
    this.tries = 0
    this.watch()
    this.cancelPoll?.()
    this.deps.onConnection('live')
    this.deps.onHeard()
  }

  /** A sign of life carries the cursor past what is not for this person. */
  private beat(event: MessageEvent<string>): void {
    this.heard()
    if (event.lastEventId !== '') this.cursor = event.lastEventId
  }

  private take(event: MessageEvent<string>): void {
    this.heard()
    const body = parse(event.data)
    if (!isNews(body)) {
      this.reset()
      return
    }
    this.gathered.push(body)
    if (event.lastEventId !== '') this.cursor = event.lastEventId
    this.cancelWrite ??= this.deps.setTimer(() => this.write(), GATHER_MS)
  }

  private write(): void {
    this.cancelWrite = undefined
    const news = this.gathered
    const until = this.cursor
    this.gathered = []
    this.writing = this.writing
      .then(() => this.deps.onNews(news, until))
      .catch((fault: unknown) => {
        // What could not be written is fetched again as a whole.
        this.deps.onFault(fault)
        this.reset()
      })
  }

  private watch(): void {
    this.cancelWatch?.()
    this.cancelWatch = this.deps.setTimer(() => this.lose(), SILENCE_MS)
  }

  /** Reconnects later; meanwhile the mirror is kept by asking for the whole. */
  private lose(): void {
    this.source?.close()
    this.source = undefined
    this.cancelWatch?.()
    this.tries += 1
    this.sayLost()
    this.cancelRetry?.()
    this.cancelRetry = this.deps.setTimer(() => this.connect(), retryDelay(this.tries, this.deps.random()))
    // The first loss is most often a passing one: the next connection catches up by itself.
    if (this.tries === 2) this.poll()
  }

  private poll(): void {
    this.cancelPoll?.()
    this.deps.onSilence()
    this.cancelPoll = this.deps.setTimer(() => this.poll(), POLL_MS)
  }

  private sayLost(): void {
    this.deps.onConnection(this.deps.isOnline() ? 'connecting' : 'offline')
  }

  private reset(): void {
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
