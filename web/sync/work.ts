import type { News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { applyNews, applySnapshot, type Known, readKnown } from './apply-news.ts'
import { makeSealer, type Sealer } from './crypto.ts'
import { type Drafts, makeDrafts } from './draft-store.ts'
import { claimFor, type LocalDb } from './local-db.ts'
import { type Lock, Outbox } from './outbox.ts'
import type { Answer, Fetch } from './request.ts'
import { fetchSnapshot } from './snapshot.ts'
import { type Connection, type Source, Stream } from './stream.ts'

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
}

const AGAIN_MS = { least: 3_000, spread: 4_000 }

/** Everything that runs for one signed-in person: the mirror kept in step, the queue, the drafts. */
export class Work {
  readonly person: string
  readonly outbox: Outbox
  readonly sealer: Sealer
  readonly drafts: Drafts
  private readonly deps: WorkDeps
  private stream: Stream | undefined
  private stopped = false
  private fetching: Promise<string | null> | undefined
  private cancelAgain: (() => void) | undefined

  constructor(deps: WorkDeps, person: string) {
    this.deps = deps
    this.person = person
    this.sealer = makeSealer(deps.db, person)
    this.outbox = new Outbox({ ...deps, person, sealer: this.sealer })
    this.drafts = makeDrafts(deps.db, this.sealer, person, deps.clock)
  }

  /** `first`: a snapshot that is already on its way. */
  async start(first?: Promise<Answer<Snapshot>>): Promise<void> {
    await claimFor(this.deps.db, this.person)
    await this.outbox.start()
    this.follow(first).catch(this.deps.onFault)
  }

  stop(): void {
    this.stopped = true
    this.stream?.close()
    this.cancelAgain?.()
    this.outbox.stop()
  }

  /** With signal again, or in view again. */
  hurry(): void {
    this.stream?.hurry()
    if (this.stream === undefined) this.restart()
    this.outbox.hurry().catch(this.deps.onFault)
  }

  private restart = (): void => {
    this.follow().catch(this.deps.onFault)
  }

  /** The whole, then the news from there on. */
  private async follow(first?: Promise<Answer<Snapshot>>): Promise<void> {
    this.cancelAgain?.()
    this.stream?.close()
    this.stream = undefined
    const cursor = await this.refresh(first)
    if (this.stopped || this.stream !== undefined) return
    if (cursor === null) {
      this.deps.onConnection(this.deps.isOnline() ? 'connecting' : 'offline')
      const wait = AGAIN_MS.least + this.deps.random() * AGAIN_MS.spread
      this.cancelAgain = this.deps.setTimer(this.restart, wait)
      return
    }
    this.stream = new Stream(
      {
        ...this.deps,
        onNews: (news, until) => this.takeNews(news, until),
        onHeard: () => this.deps.onSynced(this.now()),
        onReset: this.restart,
        onSilence: () => {
          this.refresh().catch(this.deps.onFault)
        },
      },
      cursor,
    )
    this.outbox.wake()
  }

  /** At most one snapshot is on its way. Gives the cursor to go on from. */
  private refresh(first?: Promise<Answer<Snapshot>>): Promise<string | null> {
    this.fetching ??= this.takeSnapshot(first).finally(() => {
      this.fetching = undefined
    })
    return this.fetching
  }

  private async takeSnapshot(first?: Promise<Answer<Snapshot>>): Promise<string | null> {
    const { db, fetch, onServerTime, onSynced, onSessionLost } = this.deps
    // What was asked for before the mirror was looked at can only be laid in an empty one.
    const before: Known = await readKnown(db)
    const answer = await (first ?? fetchSnapshot(fetch))
    if (this.stopped) return null
    if (!('ok' in answer)) {
      if ('outage' in answer && answer.outage.code === 'session') onSessionLost()
      return null
    }
    const epoch = await db.meta.get('epoch')
    await applySnapshot(db, answer.ok, before)
    onServerTime(Date.parse(answer.ok.at))
    onSynced(answer.ok.at)
    if (epoch !== undefined && epoch.value !== answer.ok.epoch) await this.outbox.resend()
    return answer.ok.cursor
  }

  private async takeNews(news: readonly News[], cursor: string): Promise<void> {
    if (!this.stopped) await applyNews(this.deps.db, news, cursor, this.now())
  }

  private now = (): string => new Date(this.deps.clock()).toISOString()
}
