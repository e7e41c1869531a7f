// The live stream of one server: reads new events from the table, once each, and hands them to who may see them.
// The table is the truth, a nudge only makes it quick. Started by start.ts; http/events.ts adds listeners.
import { eventHead, eventsAfter, type StoredEvent } from '#server/store/events.ts'
import type { Store } from '#server/store/store.ts'
import { beat, deliver, type Listener } from './listener.ts'
import { type Prepared, prepare } from './prepare.ts'

const BATCH = 200
const BEAT_MS = 15_000
/** In case a nudge got lost. */
const POLL_MS = 5000
/** A viewer further behind fetches everything anew: cheaper for both. */
const FAR_BEHIND = 5000

export type Live = {
  /** From here on the listener gets every event after its `at`. Resolves when it has caught up; never throws. */
  add(listener: Listener): Promise<void>
  /** Whether catching up from there makes sense. */
  isNear(seq: number): boolean
  head(): number
  remove(listener: Listener): void
  /** Ends the streams of one session. */
  end(tokenHash: string): void
  /** Ends every stream, and resolves when nothing reads the database any more. */
  close(): Promise<void>
}

export async function startLive(store: Store, now: () => Date): Promise<Live> {
  const listeners = new Set<Listener>()
  let head = await eventHead(store.query)
  let reading: Promise<void> | null = null
  let again = false

  /** One reader at a time; a nudge while it reads lets it look once more. */
  function read(): void {
    again = true
    reading ??= readOn().finally(() => {
      reading = null
    })
  }

  async function readOn(): Promise<void> {
    try {
      while (again) {
        again = false
        await readBatch()
      }
    } catch (error) {
      // The next poll reads on from the same place.
      console.error('live:', String(error))
    }
  }

  async function readBatch(): Promise<void> {
    const events = await eventsAfter(store.query, head, BATCH)
    for (const stored of events) {
      const prepared = await prepare(store.query, stored, interest(stored))
      // No await from here to the new head: a listener is either told now or catches up past this number.
      for (const listener of listeners) tell(listener, prepared)
      head = stored.seq
    }
    if (events.length === BATCH) again = true
  }

  /** Whether anyone here gains or loses sight of a row by this event. */
  const interest = ({ shifts }: StoredEvent): boolean =>
    shifts.length > 0 && [...listeners].some(({ caughtUp }) => caughtUp)

  function tell(listener: Listener, prepared: Prepared): void {
    if (!listener.caughtUp || listener.at >= prepared.seq) return
    if (!deliver(listener, prepared)) listeners.delete(listener)
  }

  async function catchUp(listener: Listener): Promise<void> {
    while (listener.at < head) {
      const events = await eventsAfter(store.query, listener.at, BATCH)
      for (const stored of events) {
        const prepared = await prepare(store.query, stored, stored.shifts.length > 0)
        if (!deliver(listener, prepared)) {
          listeners.delete(listener)
          return
        }
      }
      if (events.length === 0) listener.at = head
    }
    listener.caughtUp = true
  }

  const timers = [
    setInterval(read, POLL_MS),
    setInterval(() => {
      for (const listener of listeners) if (!beat(listener, now())) listeners.delete(listener)
    }, BEAT_MS),
  ]
  const unlisten = store.listen(read)

  return {
    async add(listener) {
      listeners.add(listener)
      try {
        await catchUp(listener)
      } catch (error) {
        // Its answer has begun: the viewer comes back with its cursor.
        console.error('live:', String(error))
        listeners.delete(listener)
        listener.out.destroy()
      }
    },
    isNear: (seq) => seq <= head && head - seq <= FAR_BEHIND,
    head: () => head,
    remove: (listener) => listeners.delete(listener),
    end(tokenHash) {
      for (const listener of listeners) if (listener.tokenHash === tokenHash) listener.out.end()
    },
    async close() {
      unlisten()
      for (const timer of timers) clearInterval(timer)
      for (const { out } of listeners) out.end()
      listeners.clear()
      await reading
    },
  }
}
