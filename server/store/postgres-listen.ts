// One connection that hears NOTIFY, and comes back by itself after a break. Used by postgres.ts only.
import pg from 'pg'
import { log } from '#server/log.ts'

const RETRY_MS = 1000

export function listenOn(url: string, channel: string) {
  const listeners = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of listeners) wake()
  }
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url })
    client = next
    // 'error' also comes for a broken connection; 'end' follows it.
    next.on('error', (error) => log.warn({ err: error }, 'the listening connection broke'))
    next.on('end', () => again(next))
    next.on('notification', wakeAll)
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      // What was notified while nobody listened.
      wakeAll()
    } catch (error) {
      log.warn({ err: error }, 'the database cannot be listened to')
      again(next)
    }
  }

  function again(of: pg.Client): void {
    if (closed || client !== of) return
    client = null
    retry = setTimeout(() => {
      connecting = connect()
    }, RETRY_MS)
  }

  let connecting = connect()
  return {
    listen(wake: () => void) {
      listeners.add(wake)
      return () => {
        listeners.delete(wake)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      listeners.clear()
      await connecting
      await client?.end()
    },
  }
}
