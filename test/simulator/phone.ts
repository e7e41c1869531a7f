// One phone or desk: its own database, clock, cookie and line; the real sync engine runs on it. A tab can be killed at
// any moment, the database stays. What a person sees and taps goes through here.
import { forceCloseDatabase } from 'fake-indexeddb'
import type { Person } from '#shared/access/parties.ts'
import type { Command, CommandName } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import type { RowTable } from '#shared/wire/event.ts'
import { expectedRevs, type Mirror, mirrorOf, withChanges } from '#web/state/mirror.ts'
import { type OwnAct, overlay, preview } from '#web/state/preview.ts'
import { makeTaps } from '#web/state/taps.ts'
import { type LocalDb, openLocalDb, rowTables } from '#web/sync/local-db.ts'
import { isUnsent, type OutboxEntry, type StoredEntry } from '#web/sync/outbox-entry.ts'
import { ROW_TABLES, type Rows } from '#web/sync/row-tables.ts'
import { Stream } from '#web/sync/stream.ts'
import { Tabs } from '#web/sync/tabs.ts'
import { Work } from '#web/sync/work.ts'
import type { Break } from './breaks.ts'
import type { Chance } from './chance.ts'
import type { Choice } from './choices.ts'
import type { History } from './history.ts'
import type { Network } from './network.ts'
import type { VirtualTime } from './virtual-time.ts'

export type Tapped = { id: string; person: string; key: string; at: number; name: CommandName }
export type Acted = { queued: string } | { refused: string } | { failed: true }

type Deps = {
  name: string
  time: VirtualTime
  chance: Chance
  history: History
  network: Network
  broken: Break
  find: (person: string) => Person
  onEntry: (phone: Phone, entry: OutboxEntry, to: Partial<OutboxEntry>) => void
  onDeleted: (phone: Phone, entry: OutboxEntry) => void
  onQueued: (phone: Phone, tapped: Tapped, command: Command) => void
}

type AllRows = { [T in RowTable]: Rows[T][] }

/** Every row of the mirror, as of one moment. */
export const readRows = (db: LocalDb): Promise<AllRows> =>
  db.transaction('r', [...rowTables(db), db.meta], async () => {
    const read = ROW_TABLES.map(async (name) => [name, await db.table(name).toArray()] as const)
    return Object.fromEntries(await Promise.all(read)) as AllRows
  })

export class Phone {
  readonly name: string
  readonly network: Network
  /** Whose app this is; null: the sign-in screen. Outlives the tab, as the browser's storage does. */
  person: string | null = null
  cookie = ''
  /** Whose rows its database holds. */
  owner: string | null = null
  /** Everyone who ever signed in here. */
  readonly people = new Set<string>()
  /** This phone's clock less the true one, ms. */
  offset = 0
  skew = 0
  work: Work | null = null
  db: LocalDb | null = null
  dismissing: string | null = null
  isOld = false
  /** Called when an entry is on its way. */
  onSending: () => void = () => undefined
  private life = 0
  private readonly deps: Deps
  private tap = this.newTaps()

  constructor(deps: Deps) {
    this.deps = deps
    this.name = deps.name
    this.network = deps.network
  }

  private newTaps() {
    return makeTaps<Acted>({
      clock: () => this.clock(),
      shown: () => undefined,
      onFault: (fault) => this.deps.history.say(`${this.name} tap`, String(fault)),
    })
  }

  clock = (): number => this.deps.time.now + this.offset

  /** The page opens: for whoever is signed in here, with or without signal. */
  async open(): Promise<void> {
    const { history, time, chance, network, broken } = this.deps
    if (this.person === null || this.work !== null) return
    const life = ++this.life
    const alive = () => this.life === life
    const whenAlive = <A extends unknown[]>(run: (...args: A) => void) => {
      return (...args: A) => {
        if (alive()) run(...args)
      }
    }
    this.tap = this.newTaps()
    const db = openLocalDb(this.name)
    this.db = db
    this.follow(db)
    this.work = new Work(
      {
        db,
        fetch: (path, init) =>
          new Promise((done, fail) => network.fetch(path, init).then(whenAlive(done), whenAlive(fail))),
        openSource: network.openSource,
        clock: this.clock,
        random: chance.fraction,
        lock: this.lock(),
        setTimer: (run, ms) => time.setTimer(whenAlive(run), ms),
        isOnline: () => network.link.state !== 'down',
        onConnection: () => undefined,
        onSynced: () => undefined,
        onServerTime: (at) => {
          this.skew = at - this.clock()
        },
        onSessionLost: whenAlive(() => this.loseSession()),
        loadLine: async () => ({ Stream, Tabs }),
        onFault: whenAlive((fault) => history.say(`${this.name} fault`, String(fault))),
      },
      this.person,
    )
    history.say(`${this.name} opens`, this.person)
    await broken.opens?.(db, this.person)
    this.owner = this.person
    await this.work
      .start()
      .catch(whenAlive((fault) => history.violate('fault', `${this.name}: ${String(fault)}`)))
  }

  private lock() {
    const held = new Set<string>()
    return async (name: string, run: () => Promise<void>): Promise<boolean> => {
      if (held.has(name)) return false
      held.add(name)
      await run().finally(() => held.delete(name))
      return true
    }
  }

  private follow(db: LocalDb): void {
    const { onEntry, onDeleted } = this.deps
    db.outbox.hook('updating', (changes, _key, entry) => {
      const to = changes as Partial<OutboxEntry>
      onEntry(this, entry, to)
      if (to.state === 'sending') this.onSending()
      const { refused } = this.deps.broken
      if (to.state === 'refused' && refused !== undefined)
        this.deps.time.setTimer(() => void refused(db, entry.id).catch(() => undefined), 50)
    })
    db.outbox.hook('deleting', (_key, entry) => onDeleted(this, entry))
  }

  private loseSession(): void {
    this.deps.history.say(`${this.name} lost its session`, this.person)
    this.close()
    this.person = null
  }

  /** The app's own way to stop: signed out, or another session. */
  close(): void {
    this.work?.stop()
    this.life += 1
    this.work = null
    this.db?.close()
    this.db = null
  }

  /** The tab dies between two instructions; what the database had under way is rolled back. */
  kill(): void {
    this.life += 1
    const { db } = this
    this.work = null
    this.db = null
    if (db === null) return
    if (db.isOpen()) forceCloseDatabase(db.backendDB() as never)
    db.close()
  }

  /** True when the server took it; the page opens then. */
  async signIn(person: string): Promise<boolean> {
    this.people.add(person)
    const asked = { method: 'POST', body: JSON.stringify({ person }) }
    const answer = await this.network.fetch('/api/session/demo', asked).catch(() => null)
    const cookie = answer?.headers.get('set-cookie')?.split(';')[0]
    if (answer?.status !== 200 || cookie === undefined) return false
    if (this.work !== null) this.close()
    this.cookie = cookie
    this.person = person
    await this.open()
    return true
  }

  /** `anew`: with signal again. */
  hurry(anew = false): void {
    this.work?.hurry(anew)
  }

  /** What stands on the screen: the rows, and over them what this person did and the rows do not show yet. */
  async screen(): Promise<Mirror | null> {
    const { db, person, work } = this
    if (db === null || person === null || work === null) return null
    const rows = mirrorOf(await readRows(db))
    const acts: OwnAct[] = []
    for (const entry of await this.entries(person)) {
      if (!isUnsent(entry) && entry.state !== 'received') continue
      const command =
        entry.command ??
        (entry.sealed === null ? undefined : await work.sealer.unseal(entry.sealed, entry.id))
      if (command === undefined) continue
      acts.push({ command: command as Command, received: entry.state === 'received', expect: entry.expect })
    }
    return overlay(rows, acts, this.deps.find(person), decisions)
  }

  async entries(person: string): Promise<StoredEntry[]> {
    return this.db === null ? [] : this.db.outbox.where('person').equals(person).sortBy('seq')
  }

  /** A thumb comes down: judged by the rule on what is shown, stored, on its way. */
  async act(choice: Choice): Promise<Acted> {
    const { name, payload, subject } = choice
    const key = JSON.stringify([name, payload, subject])
    const at = new Date(this.clock()).toISOString()
    const tappedAt = this.deps.time.now
    return this.tap(key, () => this.perform({ name, payload, at }, subject, key, tappedAt))
  }

  private async perform(
    tap: { name: CommandName; payload: object; at: string },
    subject: string,
    key: string,
    tappedAt: number,
  ): Promise<Acted> {
    const { history, find, onQueued } = this.deps
    const { work, person } = this
    const rows = await this.screen()
    if (work === null || person === null || rows === null) return { failed: true }
    const command = { id: crypto.randomUUID(), ...tap, ...this.skewOf() } as unknown as Command
    const now = new Date(this.clock() + this.skew).toISOString()
    const seen = preview(command, rows, { person: find(person), now }, decisions)
    if ('refused' in seen) {
      history.say(`${this.name} refuses at once`, `${tap.name} ${seen.refused.code}`)
      return { refused: seen.refused.code }
    }
    const expect = 'changes' in seen ? expectedRevs(withChanges(rows, seen.changes), seen.changes) : {}
    try {
      await work.outbox.enqueue(command, subject, expect)
    } catch (fault) {
      history.say(`${this.name} could not store`, String(fault))
      return { failed: true }
    }
    onQueued(this, { id: command.id, person, key, at: tappedAt, name: tap.name }, command)
    return { queued: command.id }
  }

  /** An earlier client does not say how far its clock is off. */
  private skewOf(): { skew?: number } {
    return this.isOld || Math.abs(this.skew) < 2_000 ? {} : { skew: Math.round(this.skew) }
  }

  /** A person has seen the refusal. */
  async dismiss(id: string): Promise<void> {
    this.dismissing = id
    await this.work?.outbox.dismiss(id)
    this.dismissing = null
  }
}
