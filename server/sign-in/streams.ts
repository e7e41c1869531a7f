// The open event streams of this server by their session, so that they end when the session does, whichever server
// ended it. Filled by server/http/events.ts; started by start.ts.
import type { ServerResponse } from 'node:http'
import { log } from '#server/log.ts'
import { standing } from '#server/store/sessions.ts'
import type { Store } from '#server/store/store.ts'

const EVERY_MS = 2000

export type Streams = {
  add: (tokenHash: string, out: ServerResponse) => void
  /** Ends those of one session at once. */
  end: (tokenHash: string) => void
  /** The session goes on under another token, and its streams with it. */
  move: (from: string, to: string) => void
  /** Ends those whose session is gone. */
  check: () => Promise<void>
  close: () => Promise<void>
}

export function startStreams(store: Store, now: () => Date, everyMs = EVERY_MS): Streams {
  const open = new Map<string, Set<ServerResponse>>()
  const end = (tokenHash: string): void => {
    for (const out of open.get(tokenHash) ?? []) out.end()
    open.delete(tokenHash)
  }
  const move = (from: string, to: string): void => {
    const moved = open.get(from)
    if (moved === undefined) return
    open.delete(from)
    for (const out of moved) add(to, out)
  }
  const add = (tokenHash: string, out: ServerResponse): void => {
    const own = open.get(tokenHash) ?? new Set()
    open.set(tokenHash, own.add(out))
    out.on('close', () => {
      own.delete(out)
      if (own.size === 0 && open.get(tokenHash) === own) open.delete(tokenHash)
    })
  }
  const check = async (): Promise<void> => {
    const known = [...open.keys()]
    if (known.length === 0) return
    const stands = await standing(store.query, known, now().toISOString())
    for (const tokenHash of known) if (!stands.has(tokenHash)) end(tokenHash)
  }
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    // An outage of the database: the next look ends them.
    running = check().catch((error: unknown) => log.error({ err: error }, 'sessions could not be looked up'))
  }, everyMs)
  timer.unref()
  return {
    add,
    end,
    move,
    check,
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
