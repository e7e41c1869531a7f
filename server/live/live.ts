// The live stream of one server: reads new events from the table, once each, and hands them to who may see them.
// The table is the truth, a nudge only makes it quick. Started by start.ts; http/events.ts adds listeners.
import { eventHead, eventsAfter, type StoredEvent } from '#server/store/events.ts'
import type { Store } from '#server/store/store.ts'
import { beat, deliver, deliverSlowly, type Listener } from './listener.ts'
import { type Prepared, prepare } from './prepare.ts'

const BATCH = 200
const BEAT_MS = 15_000
/** In case a nudge got lost. */
const POLL_MS = 5000
/** A viewer further behind fetches everything anew: cheaper for both. */
const FAR_BEHIND = 5000

export async function startLive(store: Store, now: () => Date): Promise<Live> {
  return new Live(store, now, await eventHead(store.query))
}

export class Live {
  private readonly store: Store
  private readonly listeners = new Set<Listener>()
  private readonly stop: (() => void)[]
  private seq: number
  private reading: Promise<void> | null = null
  private again = false

  constructor(store: Store, now: () => Date, head: number) {
    this.store = store
    this.seq = head
    const poll = setInterval(() => this.read(), POLL_MS)
    const beats = setInterval(() => this.beat(now()), BEAT_MS)
    this.stop = [store.listen(() => this.read()), () => clearInterval(poll), () => clearInterval(beats)]
  }

  /** The number of the last event that was told. */
  get head(): number {
    return this.seq
  }

  /** Whether catching up from there makes sense. */
  isNear(seq: number): boolean {
    return seq <= this.seq && this.seq - seq <= FAR_BEHIND
  }

  /** From here on the listener gets every event after its `at`. Resolves when it has caught up; never throws. */
  async add(listener: Listener): Promise<void> {
    this.listeners.add(listener)
    try {
      await this.catchUp(listener)
    } catch (error) {
      // Its answer has begun: the viewer comes back with its cursor.
      console.error('live:', String(error))
      this.listeners.delete(listener)
      listener.out.destroy()
    }
  }

  remove(listener: Listener): void {
    this.listeners.delete(listener)
  }

  /** Ends the streams of one session. */
  end(tokenHash: string): void {
    for (const listener of this.listeners) if (listener.tokenHash === tokenHash) listener.out.end()
  }

  /** A sign of life to everyone; ends the streams of sessions that are over. */
  beat(now: Date): void {
    for (const listener of this.listeners) if (!beat(listener, now)) this.listeners.delete(listener)
  }

  /** Ends every stream, and resolves when nothing reads the database any more. */
  async close(): Promise<void> {
    for (const stop of this.stop.splice(0)) stop()
    for (const { out } of this.listeners) out.end()
    this.listeners.clear()
    await this.reading
  }

  /** One reader at a time; a nudge while it reads lets it look once more. */
  private read(): void {
    this.again = true
    this.reading ??= this.readOn().finally(() => {
      this.reading = null
    })
  }

  private async readOn(): Promise<void> {
    try {
      while (this.again) {
        this.again = false
        await this.readBatch()
      }
    } catch (error) {
      // The next poll reads on from the same place.
      console.error('live:', String(error))
    }
  }

  private async readBatch(): Promise<void> {
    const events = await eventsAfter(this.store.query, this.seq, BATCH)
    const news = await this.prepared(events)
    // No await from here to the new head: a listener is told now, or catches up past this number.
    for (const listener of this.listeners)
      if (listener.caughtUp && !deliver(listener, news)) this.listeners.delete(listener)
    this.seq = news.at(-1)?.seq ?? this.seq
    if (events.length === BATCH) this.again = true
  }

  private async catchUp(listener: Listener): Promise<void> {
    while (listener.at < this.seq) {
      const events: StoredEvent[] = await eventsAfter(this.store.query, listener.at, BATCH)
      if (events.length === 0) break
      if (!(await deliverSlowly(listener, await this.prepared(events)))) {
        this.listeners.delete(listener)
        return
      }
    }
    listener.caughtUp = true
  }

  /** Rows of shifts are loaded only where somebody listens. */
  private async prepared(events: readonly StoredEvent[]): Promise<Prepared[]> {
    const news: Prepared[] = []
    for (const stored of events) news.push(await prepare(this.store.query, stored, this.listeners.size > 0))
    return news
  }
}
