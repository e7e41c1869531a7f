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
export function openStream(deps: Deps, from: string) {
  let cursor = from
  let source: Source | undefined
  let tries = 0
  let closed = false
  let cancelRetry: (() => void) | undefined
  let cancelWatch: (() => void) | undefined
  let cancelPoll: (() => void) | undefined
  let cancelWrite: (() => void) | undefined
  let gathered: News[] = []
  /** Writes follow each other; a later cursor is never stored before an earlier one. */
  let writing: Promise<void> = Promise.resolve()

  function connect(): void {
    cancelRetry?.()
    if (closed) return
    source?.close()
    deps.onConnection(deps.isOnline() ? 'connecting' : 'offline')
    watch()
    const mine = deps.openSource(`/api/events?since=${encodeURIComponent(cursor)}`)
    source = mine
    const heard = (act: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
      if (closed || source !== mine) return
      watch()
      act(event)
    }
    mine.addEventListener('open', heard(isLive))
    mine.addEventListener('message', heard(take))
    mine.addEventListener('beat', heard(beat))
    mine.addEventListener('reset', heard(reset))
    mine.addEventListener('error', () => {
      if (!closed && source === mine) lost()
    })
  }

  function isLive(): void {
    tries = 0
    cancelPoll?.()
    deps.onConnection('live')
    deps.onHeard()
  }

  /** A sign of life carries the cursor past what is not for this person. */
  function beat(event: MessageEvent<string>): void {
    isLive()
    if (event.lastEventId !== '') cursor = event.lastEventId
  }

  function take(event: MessageEvent<string>): void {
    isLive()
    const body = parse(event.data)
    if (!isNews(body)) {
      reset()
      return
    }
    gathered.push(body)
    if (event.lastEventId !== '') cursor = event.lastEventId
    cancelWrite ??= deps.setTimer(write, GATHER_MS)
  }

  function write(): void {
    cancelWrite = undefined
    const news = gathered
    const until = cursor
    gathered = []
    if (news.length === 0) return
    writing = writing.then(() => deps.onNews(news, until)).catch(deps.onFault)
  }

  function watch(): void {
    cancelWatch?.()
    cancelWatch = deps.setTimer(lost, SILENCE_MS)
  }

  /** Reconnects later; meanwhile the mirror is kept by asking for the whole. */
  function lost(): void {
    source?.close()
    source = undefined
    cancelWatch?.()
    tries += 1
    deps.onConnection(deps.isOnline() ? 'connecting' : 'offline')
    cancelRetry?.()
    cancelRetry = deps.setTimer(connect, retryDelay(tries, deps.random()))
    if (tries > 1) poll()
  }

  function poll(): void {
    cancelPoll?.()
    deps.onSilence()
    cancelPoll = deps.setTimer(poll, POLL_MS)
  }

  function reset(): void {
    close()
    deps.onReset()
  }

  function close(): void {
    closed = true
    source?.close()
    cancelRetry?.()
    cancelWatch?.()
    cancelPoll?.()
    cancelWrite?.()
  }

  connect()
  return {
    close,
    /** With signal again, or in view again: no waiting out. */
    hurry: () => {
      if (!closed && source === undefined) connect()
    },
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
