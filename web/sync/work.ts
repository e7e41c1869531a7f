import type { News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { applyNews, applySnapshot, cursorOf, type Known, readKnown } from './apply-news.ts'
import { makeSealer, type Sealer } from './crypto.ts'
import { type Drafts, makeDrafts } from './draft-store.ts'
import { claimFor, type LocalDb } from './local-db.ts'
import { type Lock, Outbox } from './outbox.ts'
import { type Answer, asPerson, type Fetch } from './request.ts'
import { fetchSnapshot } from './snapshot.ts'
import type { Connection, Source, Stream } from './stream.ts'
import type { Neighbours, Tabs, Told, Word } from './tabs.ts'

export type WorkDeps = {
  db: LocalDb
  fetch: Fetch
  openSource: (url: string) => Source
  /** Epoch ms. */
  clock: () => number
  /** In [0, 1). */
  random: () => number
  lock: Lock
  setTimer: (work: () => void, ms: number) => () => void
  isOnline: () => boolean
  onConnection: (connection: Connection) => void
  /** The mirror was as the server's at this instant. */
  onSynced: (at: string) => void
  onServerTime: (serverMs: number) => void
  onSessionLost: () => void
  onFault: (fault: unknown) => void
  /** Something waits to be sent. */
  onWaiting?: () => void
  /** What news needs and the first list does not: fetched after it. Without neighbours each tab has a stream of its own. */
  loadLine: () => Promise<{
    Stream: typeof Stream
    Tabs: typeof Tabs
    neighbours?: Neighbours | undefined
  }>
}

type Line = Awaited<ReturnType<WorkDeps['loadLine']>>
const AGAIN_MS = { least: 3_000, spread: 4_000 }
const HOUR_MS = 3_600_000
/** What ended leaves the lists with a fresh whole only: one a day, also on a desk that is never closed. */
const WHOLE_MS = 24 * HOUR_MS

/** Everything that runs for one signed-in person: the mirror kept in step, the queue, the drafts. */
export class Work {
  readonly person: string
  readonly outbox: Outbox
  readonly sealer: Sealer
  readonly drafts: Drafts
  private readonly deps: WorkDeps
  private readonly tellSessionLost: () => void
  private line: Line | undefined
  private leads = false
  private stream: Stream | undefined
  private tabs: Tabs | undefined
  /** What was last said of the line, for the other tabs. */
  private said: Extract<Word, { line: Connection }> = { line: 'connecting', syncedAt: null, ahead: null }
  private stopped = false
  private fetching: Promise<string | null> | undefined
  private cancelAgain: (() => void) | undefined
  private cancelTidy: (() => void) | undefined

  constructor(deps: WorkDeps, person: string) {
    this.deps = { ...deps, fetch: asPerson(deps.fetch, person), onSessionLost: () => this.loseSession() }
    this.tellSessionLost = deps.onSessionLost
    this.person = person
    this.sealer = makeSealer(deps.db, person)
    this.outbox = new Outbox({ ...this.deps, person, sealer: this.sealer })
    this.drafts = makeDrafts(deps.db, this.sealer, person, deps.clock)
  }

  /** `first`: a snapshot that is already on its way. */
  async start(first?: Promise<Answer<Snapshot>>): Promise<void> {
    await claimFor(this.deps.db, this.person)
    // Without room to write, what waits can still be read and sent.
    await this.outbox.start().catch(this.deps.onFault)
    this.join(first).catch(this.deps.onFault)
  }

  stop(): void {
    this.stopped = true
    this.stream?.close()
    this.tabs?.close()
    this.cancelAgain?.()
    this.cancelTidy?.()
    this.outbox.stop()
  }

  /** In view again, or with signal again (`anew`: on another network). */
  hurry(anew = false): void {
    if (this.line !== undefined) this.tabs?.hurry(anew)
    this.hurryLine(anew)
    this.outbox.hurry().catch(this.deps.onFault)
  }

  /** The news comes to one tab of this person; where tabs cannot find each other, to each. */
  private async join(first?: Promise<Answer<Snapshot>>): Promise<void> {
    const { loadLine, setTimer, onFault } = this.deps
    this.line = await loadLine().catch((fault: unknown) => {
      onFault(fault)
      this.cancelAgain = setTimer(() => this.join().catch(onFault), AGAIN_MS.least)
      return undefined
    })
    if (this.line === undefined || this.stopped) return
    const onLead = () => {
      this.leads = true
      this.follow(first).catch(onFault)
    }
    const { neighbours } = this.line
    if (neighbours === undefined) return onLead()
    this.tabs = new this.line.Tabs({
      ...neighbours,
      person: this.person,
      setTimer,
      onFault,
      onLead,
      onWord: (word) => this.hearWord(word),
      onHurry: (anew) => this.hurryLine(anew),
    })
  }

  private hurryLine(anew: boolean): void {
    if (!this.leads) return
    if (this.stream === undefined) this.restart()
    else this.stream.hurry(anew)
  }

  private restart = (): void => {
    this.follow().catch(this.deps.onFault)
  }

  /** From where the mirror is; without a cursor, or with `whole`, the whole first. */
  private async follow(first?: Promise<Answer<Snapshot>>, whole = false): Promise<void> {
    this.cancelAgain?.()
    this.stream?.close()
    this.stream = undefined
    const known = first === undefined && !whole ? await cursorOf(this.deps.db) : null
    // What could not be laid in is fetched again: the line goes on.
    const cursor = known ?? (await this.refresh(first).catch(this.pass))
    if (this.stopped || this.stream !== undefined || this.line === undefined) return
    if (cursor === null) {
      this.say({ line: this.deps.isOnline() ? 'connecting' : 'offline' })
      const wait = AGAIN_MS.least + this.deps.random() * AGAIN_MS.spread
      this.cancelAgain = this.deps.setTimer(
        () => this.follow(undefined, whole).catch(this.deps.onFault),
        wait,
      )
      return
    }
    this.stream = new this.line.Stream(
      {
        ...this.deps,
        onConnection: (line) => this.say({ line }),
        onNews: (news, until, caughtUp) => this.takeNews(news, until, caughtUp),
        onHeard: () => this.say({ syncedAt: this.now() }),
        onReset: () => {
          this.stream = undefined
          this.follow(undefined, true).catch(this.deps.onFault)
        },
        onSilence: () => {
          this.refresh().catch(this.deps.onFault)
        },
      },
      cursor,
    )
    this.outbox.wake()
    await this.tidy()
  }

  private async tidy(): Promise<void> {
    const { db, clock, setTimer, onFault } = this.deps
    this.cancelTidy?.()
    const last = Date.parse((await db.meta.get('wholeAt'))?.value ?? '')
    const isOld = !(clock() - last < WHOLE_MS)
    if (isOld) await this.refresh()
    if (!this.stopped) this.cancelTidy = setTimer(() => this.tidy().catch(onFault), HOUR_MS)
  }

  /** At most one snapshot is on its way. Gives the cursor to go on from. */
  private refresh(first?: Promise<Answer<Snapshot>>): Promise<string | null> {
    this.fetching ??= this.takeSnapshot(first).finally(() => {
      this.fetching = undefined
    })
    return this.fetching
  }

  private async takeSnapshot(first?: Promise<Answer<Snapshot>>): Promise<string | null> {
    const { db, fetch, clock, onServerTime, onSessionLost } = this.deps
    // What was asked for before the mirror was looked at can only be laid in an empty one.
    const before: Known = await readKnown(db)
    const answer = await (first ?? fetchSnapshot(fetch))
    if (this.stopped) return null
    if (!('ok' in answer)) {
      if ('outage' in answer && answer.outage.code === 'session') onSessionLost()
      return null
    }
    await applySnapshot(db, answer.ok, before)
    await db.meta.put({ key: 'wholeAt', value: this.now() })
    const serverMs = Date.parse(answer.ok.at)
    onServerTime(serverMs)
    this.say({ syncedAt: answer.ok.at, ahead: serverMs - clock() })
    await this.outbox.resend(answer.ok.epoch)
    return answer.ok.cursor
  }

  private async takeNews(news: readonly News[], cursor: string, caughtUp: boolean): Promise<void> {
    if (!this.stopped) await applyNews(this.deps.db, news, cursor, caughtUp ? this.now() : null)
  }

  /** Here and in the other tabs. */
  private say(change: Partial<typeof this.said>): void {
    this.said = { ...this.said, ...change }
    if (change.line !== undefined) this.deps.onConnection(change.line)
    if (change.syncedAt) this.deps.onSynced(change.syncedAt)
    this.tabs?.tell(this.said)
  }

  private hearWord(word: Told): void {
    const { clock, onConnection, onSynced, onServerTime } = this.deps
    if ('sessionLost' in word) {
      this.tellSessionLost()
      return
    }
    this.said = word
    onConnection(word.line)
    if (word.syncedAt !== null) onSynced(word.syncedAt)
    if (word.ahead !== null) onServerTime(clock() + word.ahead)
  }

  /** What comes back after the end says nothing of whoever is signed in by then. */
  private loseSession(): void {
    if (this.stopped) return
    this.tabs?.tell({ sessionLost: true })
    this.tellSessionLost()
  }

  private pass = (fault: unknown): null => {
    this.deps.onFault(fault)
    return null
  }

  private now = (): string => new Date(this.deps.clock()).toISOString()
}
