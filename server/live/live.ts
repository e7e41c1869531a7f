// The live stream of one server: reads new events from the table, once each, and hands them to who may see them.
// The table is the truth, a nudge only makes it quick. Started by start.ts; http/events.ts adds listeners.
import { log } from '#server/log.ts'
import { eventHead, eventsAfter, eventsFrom, headSpot, type Spot, spotAt } from '#server/store/events.ts'
import type { StoredEvent } from '#server/store/events.ts'
import { loadEpoch, renewEpoch } from '#server/store/meta.ts'
import type { Store } from '#server/store/store.ts'
import { Changes } from './changes.ts'
import { type Delivery, newFor, newRows, recordDeliveries } from './deliveries.ts'
import { beat, bring, deliver, deliverSlowly, type Listener, reset } from './listener.ts'
import { type Prepared, prepare } from './prepare.ts'
import { KEPT, Recent } from './recent.ts'

const BATCH = 200
const BEAT_MS = 15_000
/** In case a nudge got lost. */
const POLL_MS = 5000
/** So few events are sent as they are; a viewer further behind gets each changed row once. */
const NEAR = 32
/** Looking up what changed costs more than the whole from here on. */
const FAR = 20_000

type Outside = { now: () => Date; random: (bytes: number) => Buffer }
/** Where a viewer begins; not `known`: it has to fetch everything first. */
export type Place = { epoch: string; at: Spot; known: boolean }

export async function startLive(store: Store, outside: Outside, epoch: string): Promise<Live> {
  const head = await headSpot(store.query)
  const last = await eventsAfter(store.query, head.seq - KEPT, KEPT)
  const recent = new Recent(last, await Promise.all(last.map((one) => prepare(store.query, one, false))))
  return new Live(store, outside, epoch, head, recent)
}

export class Live {
  private readonly store: Store
  private readonly now: Outside['now']
  private readonly random: Outside['random']
  private readonly listeners = new Set<Listener>()
  private readonly recent: Recent
  private readonly changes: Changes
  private readonly stop: (() => void)[]
  private epoch: string
  /** The last event that was told. */
  private at: Spot
  private reading: Promise<void> | null = null
  private again = false

  constructor(store: Store, { now, random }: Outside, epoch: string, head: Spot, recent: Recent) {
    this.store = store
    this.recent = recent
    this.changes = new Changes(store.query, () => now().getTime())
    this.now = now
    this.random = random
    this.epoch = epoch
    this.at = head
    const poll = setInterval(() => this.read(), POLL_MS)
    const beats = setInterval(() => this.beat(now()), BEAT_MS)
    this.stop = [store.listen(() => this.nudged()), () => clearInterval(poll), () => clearInterval(beats)]
  }

  /**
   * Where a viewer goes on. `ask` reads its cursor, or says `head` for one that has none. A cursor that does not fit
   * the log can only mean that the database went back to an earlier point: the epoch ends there
   * (docs/decisions/015).
   */
  async place(ask: (epoch: string) => Spot | 'head' | null): Promise<Place> {
    const { query } = this.store
    if (this.listeners.size === 0) {
      this.read()
      await this.reading
    }
    const epoch = await loadEpoch(query)
    if (epoch !== this.epoch) await this.begin(epoch)
    const asked = ask(this.epoch)
    const fresh = (): Place => ({ epoch: this.epoch, at: this.at, known: asked === 'head' })
    if (asked === null || asked === 'head') return fresh()
    const head = await eventHead(query)
    const { mark } = await spotAt(query, asked.seq)
    if (asked.seq > head || (mark !== 0 && mark !== asked.mark)) {
      await this.endEpoch(epoch)
      return fresh()
    }
    const isKept = mark === asked.mark
    return isKept && head - asked.seq <= FAR ? { epoch: this.epoch, at: asked, known: true } : fresh()
  }

  /**
   * From here on the listener gets every event after its `at`, a place of this epoch. Resolves when it has caught up;
   * never throws.
   */
  async add(listener: Listener, epoch: string): Promise<void> {
    if (epoch !== this.epoch) return reset(listener)
    this.listeners.add(listener)
    // What came since its place was found nudged nobody.
    if (this.listeners.size === 1) this.read()
    try {
      await this.catchUp(listener)
      // The first word of a line, so that its viewer knows at once that it is one.
      if (!beat(listener, this.now())) this.listeners.delete(listener)
    } catch (error) {
      // Its answer has begun: the viewer comes back with its cursor.
      log.error({ err: error }, 'a stream could not be brought up to date')
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

  /** Where nobody listens the next listener reads on, or else the poll. */
  private nudged(): void {
    if (this.listeners.size > 0) this.read()
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
      while (this.again) await this.readBatch()
    } catch (error) {
      // The next poll reads on from the same place.
      log.error({ err: error }, 'news could not be read')
    }
  }

  private async readBatch(): Promise<void> {
    const { epoch, at } = this
    const { query } = this.store
    const now = await loadEpoch(query)
    if (now !== epoch) return this.begin(now)
    // Whoever nudged before this read is read by it; a whole group commits, and nudges, at once.
    this.again = false
    // The last one that was told comes along: it has to stand there still.
    const events = await eventsFrom(query, at.seq, BATCH + 1)
    const [known, ...others] = events
    const stands = at.seq === 0 || known?.seq === at.seq
    if (stands && at.seq > 0 && known?.mark !== at.mark) return this.endEpoch(epoch)
    if (!stands && (await eventHead(query)) < at.seq) return this.endEpoch(epoch)
    const fresh = stands && at.seq > 0 ? others : events
    const isHeard = this.listeners.size > 0
    const news = await this.prepared(fresh, isHeard)
    const untold = () => [...this.listeners].flatMap((one) => (one.caughtUp ? newFor(one, news) : []))
    // Until nobody is left: listeners may catch up while others' deliveries are recorded.
    for (let left = untold(); left.length > 0; left = untold()) await this.record(left)
    // Somebody else found out meanwhile that the epoch is over.
    if (this.epoch !== epoch) return this.read()
    // Somebody came while this was made ready for nobody.
    if (!isHeard && this.listeners.size > 0) return this.read()
    // No await from here to the new head: a listener is told now, or catches up past this number.
    for (const listener of this.listeners)
      if (listener.caughtUp && !deliver(listener, news)) this.listeners.delete(listener)
    this.recent.add(fresh, news)
    this.at = spotOf(news.at(-1)) ?? this.at
    if (events.length > BATCH) this.again = true
  }

  private async endEpoch(old: string): Promise<void> {
    log.warn('the events do not go on from where they were: a backup was put back, a new epoch begins')
    await this.begin(await renewEpoch(this.store, old, this.random))
  }

  /** A new epoch: what was told counts for nothing, every viewer starts anew. */
  private async begin(epoch: string): Promise<void> {
    const head = await headSpot(this.store.query)
    this.epoch = epoch
    this.at = head
    this.recent.clear()
    this.changes.clear()
    for (const listener of this.listeners) reset(listener)
    this.listeners.clear()
  }

  private async catchUp(listener: Listener): Promise<void> {
    while (this.listeners.has(listener) && listener.at.seq < this.at.seq) {
      const until = this.at
      const near = until.seq - listener.at.seq <= NEAR
      const reads = await (near ? this.tellEvents(listener) : this.bringRows(listener, until))
      if (!reads) this.listeners.delete(listener)
    }
    listener.caughtUp = true
  }

  private async tellEvents(listener: Listener): Promise<boolean> {
    const { query } = this.store
    const kept = await this.recent.after(query, listener.at.seq)
    const news = kept ?? (await this.prepared(await eventsAfter(query, listener.at.seq, BATCH), true))
    // An empty page below the head: the events were cleared away.
    if (news.length === 0) listener.at = this.at
    await this.record(newFor(listener, news))
    return deliverSlowly(listener, news)
  }

  private async bringRows(listener: Listener, head: Spot): Promise<boolean> {
    const { changed, frames, until } = await this.changes.since(listener.keys, listener.at.seq, head)
    await this.record(newRows(listener, changed))
    return bring(listener, frames, until)
  }

  private record(deliveries: readonly Delivery[]): Promise<void> {
    return recordDeliveries(this.store.query, this.now().toISOString(), deliveries)
  }

  /** Rows of shifts are loaded only where somebody listens. */
  private async prepared(events: readonly StoredEvent[], withShifts: boolean): Promise<Prepared[]> {
    const news: Prepared[] = []
    for (const stored of events) news.push(await prepare(this.store.query, stored, withShifts))
    return news
  }
}

const spotOf = (news: Prepared | undefined): Spot | null =>
  news === undefined ? null : { seq: news.seq, mark: news.mark }
