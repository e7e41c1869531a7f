// An event source that a test speaks through, and tabs of one browser that hear each other. Used by test/web/sync.
import type { Source } from '#web/sync/stream.ts'
import type { Channel, Neighbours, Word } from '#web/sync/tabs.ts'

export class Line implements Source {
  readonly url: string
  closed = false
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>()
  constructor(url: string) {
    this.url = url
  }
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(name, listener)
  }
  close() {
    this.closed = true
  }
  say(name: string, data: unknown = {}, lastEventId = '') {
    const text = typeof data === 'string' ? data : JSON.stringify(data)
    this.listeners.get(name)?.({ data: text, lastEventId } as MessageEvent<string>)
  }
}

/** Channels and locks of one browser: who asks first holds, who waits gets its turn. */
export function aBrowser() {
  const channels = new Set<{ name: string; hear: (word: Word) => void }>()
  const queues = new Map<string, Promise<void>>()
  const openChannel = (name: string): Channel => {
    const mine = { name, hear: (_: Word): void => undefined }
    channels.add(mine)
    return {
      post(word) {
        if (!channels.has(mine)) throw new Error('the channel is closed')
        for (const other of channels)
          if (other !== mine && other.name === name)
            queueMicrotask(() => channels.has(other) && other.hear(word))
      },
      listen(hear) {
        mine.hear = hear
      },
      close() {
        channels.delete(mine)
      },
    }
  }
  const hold: Neighbours['hold'] = (name, work, signal) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(() => {
      if (signal.aborted) throw new DOMException('let go', 'AbortError')
      return work()
    })
    queues.set(
      name,
      turn.catch(() => undefined),
    )
    return turn
  }
  const neighbours: Neighbours = { openChannel, hold }
  return {
    neighbours,
    /** The tabs that are open now sleep on: they hold what they hold, hear nothing and are not heard. */
    freeze: () => {
      for (const one of channels) one.hear = () => undefined
    },
  }
}
