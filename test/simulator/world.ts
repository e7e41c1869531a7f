// One simulated world: a server, phones and the people at them, put together from a seed; and how it ends.
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Person } from '#shared/access/parties.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { isUnsent, type OutboxEntry } from '#web/sync/outbox-entry.ts'
import { T0 } from '#test/support/builders.ts'
import type { Break } from './breaks.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Choice, choicesFor } from './choices.ts'
import { PEOPLE } from './cast.ts'
import { checkLog } from './check-log.ts'
import { checkHandover } from './check-phones.ts'
import { History } from './history.ts'
import { Network } from './network.ts'
import { type Acted, Phone, type Tapped } from './phone.ts'
import { type Asked, type Reply, SimServer } from './server.ts'
import { uuidOf, VirtualTime } from './virtual-time.ts'

const nobody: Person = { id: '', memberships: [] }
const personOf = (id: string): Person => PEOPLE.find((one) => one.id === id) ?? nobody
/** What was received stays on a phone this long. */
const KEPT_MS = 12 * 3_600_000
/** No single act of a person takes longer. */
const LONGEST_MS = 120_000

/** The hinge said no; a door that is shut, or a line that broke, decided nothing. */
const isDecided = (status: number): boolean => status < 500 && ![401, 413, 429].includes(status)

export class World {
  readonly time: VirtualTime
  readonly history: History
  readonly server: SimServer
  readonly phones: Phone[] = []
  readonly taps = new Map<string, Tapped & { phone: string }>()
  readonly dismissed = new Set<string>()
  /** Commands sent past the phones. */
  readonly told = new Set<string>()
  readonly seed: number
  readonly broken: Break
  /** Accepted by a database that is no more. */
  private readonly acceptedBefore = new Set<string>()
  private readonly refusedOnce = new Set<string>()
  private readonly letGo = new Set<string>()
  private readonly answers = new Map<string, string>()
  isOver = false

  constructor(seed: number, bytes: Buffer, broken: Break) {
    this.seed = seed
    this.broken = broken
    this.time = new VirtualTime(Date.parse(T0), (fault) => this.history.violate('fault', String(fault)))
    this.history = new History(() => this.time.now - Date.parse(T0))
    const deps = { time: this.time, chance: this.chance('server'), history: this.history }
    this.server = new SimServer({ ...deps, decisions: broken.decisions?.(decisions) ?? decisions }, bytes)
    broken.server?.(this.server)
    Dexie.dependencies.indexedDB = new IDBFactory()
    Dexie.dependencies.IDBKeyRange = IDBKeyRange
  }

  chance = (label: string): Chance => chanceOf(this.seed, label)

  addPhone(name: string): Phone {
    const { time, history, server, broken } = this
    const chance = this.chance(name)
    const network = new Network({
      server,
      time,
      history,
      name,
      chance: this.chance(`${name} line`),
      cookie: () => phone.cookie,
      onServed: (asked, reply, cookie) => this.served(asked, reply, cookie),
      broken,
    })
    const phone: Phone = new Phone({
      name: `${this.seed}-${name}`,
      time,
      chance,
      history,
      network,
      broken,
      find: personOf,
      onEntry: (of, entry, to) => this.entryMoved(of, entry, to),
      onDeleted: (of, entry) => this.entryDeleted(of, entry),
      onQueued: (of, tapped, command) => {
        this.taps.set(tapped.id, { ...tapped, phone: of.name })
        history.count('queued')
        history.say(`${of.name} queues`, command)
      },
    })
    this.phones.push(phone)
    return phone
  }

  private served({ path, body }: Asked, { status, text }: Reply, cookie: string): void {
    if (status >= 500 && this.server.up)
      this.history.violate('fault', `${path}: ${status} ${text.slice(0, 200)}`)
    if (path !== '/api/commands') return
    const { id, name } = JSON.parse(body ?? '{}') as { id: string; name: string }
    const person = this.server.signedIn.get(cookie) ?? 'nobody'
    this.history.say(`server: ${name} ${id} of ${person}`, status === 200 ? 'taken' : text.slice(0, 300))
    this.history.count(status === 200 ? 'taken' : `refused ${/"code":"([^"]*)"/.exec(text)?.[1]}`)
    const owner = this.taps.get(id)?.person
    if (owner !== undefined && owner !== person && status !== 401)
      this.history.violate('sent-by-another', `${name} of ${owner} sent as ${person}`)
    if (status !== 200) {
      if (isDecided(status)) this.refusedOnce.add(`${this.server.restores} ${id} ${body}`)
      return
    }
    const key = `${this.server.restores} ${id} ${body}`
    // A copy that the network held back gets the same no (docs/decisions/002).
    if (this.refusedOnce.has(key)) this.history.violate('taken-after-refusal', `${name} ${id} of ${person}`)
    const first = this.answers.get(key)
    if (first !== undefined && first !== text)
      this.history.violate('other-answer', `${name}: ${first} and then ${text}`)
    const isRevoked = this.server.staff.find(person)?.memberships.length === 0
    if (first === undefined && isRevoked && !this.acceptedBefore.has(id))
      this.history.violate('revoked-accepted', `${name} of ${person}, who has no role`)
    this.answers.set(key, text)
  }

  private entryMoved(phone: Phone, entry: OutboxEntry, to: Partial<OutboxEntry>): void {
    if (to.state === undefined || to.state === entry.state) return
    this.history.say(`${phone.name} entry ${entry.id}`, `${entry.state} → ${to.state}`)
    if (to.state !== 'received') return
    if (this.server.answerTo(entry.id) === undefined && !this.acceptedBefore.has(entry.id))
      this.history.violate(
        'false-ack',
        `${phone.name} ${entry.name} ${entry.id}: the server does not have it`,
      )
  }

  private entryDeleted(phone: Phone, entry: OutboxEntry): void {
    this.history.say(`${phone.name} drops`, `${entry.name} ${entry.id} ${entry.state}`)
    if (entry.state === 'refused' && phone.dismissing !== entry.id)
      this.history.violate('refusal-gone', `${phone.name} ${entry.name} ${entry.id}`)
    if (entry.state === 'received' && phone.clock() - Date.parse(entry.receivedAt ?? '') > KEPT_MS)
      this.letGo.add(entry.id)
    if (isUnsent(entry)) this.history.violate('lost-tap', `${phone.name} dropped ${entry.name} ${entry.id}`)
  }

  /** What this person could do now with what is on this screen. */
  async choices(phone: Phone, chance: Chance): Promise<Choice[]> {
    const mirror = await phone.screen()
    if (mirror === null || phone.person === null) return []
    const now = new Date(phone.clock() + phone.skew).toISOString()
    const newId = () => uuidOf(chance.bytes(16))
    return choicesFor({ mirror, person: personOf(phone.person), now, chance, newId })
  }

  /** Once, or as a nervous thumb does it. */
  async tap(phone: Phone, choice: Choice, chance: Chance): Promise<void> {
    this.history.count('taps')
    const times = chance.odds(0.15) ? chance.between(2, 3) : 1
    if (times > 1) this.history.inject('F1 double tap', `${phone.name} ${choice.name}`)
    const acted: Acted[] = await Promise.all(Array.from({ length: times }, () => phone.act(choice)))
    const queued = new Set(acted.flatMap((one) => ('queued' in one ? [one.queued] : [])))
    if (queued.size > 1) this.history.violate('double-effect', `${choice.name} queued ${queued.size} times`)
  }

  /** A person who looks at this phone now and then until the world ends. */
  atWork(phone: Phone, meanMs: number): void {
    const chance = this.chance(`${phone.name} hands`)
    const look = async (): Promise<void> => {
      await this.putAway(phone, chance)
      const choice = chance.weigh(await this.choices(phone, chance))
      if (choice !== undefined) await this.tap(phone, choice, chance)
    }
    const again = () => {
      if (this.isOver) return
      this.start(look)
      this.time.setTimer(again, -Math.log(1 - chance.fraction()) * meanMs)
    }
    this.time.setTimer(again, -Math.log(1 - chance.fraction()) * meanMs)
  }

  private async putAway(phone: Phone, chance: Chance): Promise<void> {
    if (phone.person === null || !chance.odds(0.1)) return
    const refused = (await phone.entries(phone.person)).find(({ state }) => state === 'refused')
    if (refused === undefined) return
    this.dismissed.add(refused.id)
    await phone.dismiss(refused.id)
  }

  /** Until then, or not at all: no fault begins after the end. */
  async wait(ms: number): Promise<void> {
    await this.time.wait(ms)
    if (this.isOver) throw new Error('the world is over')
  }

  /** Plans something; nothing begins after the end. */
  after(ms: number, work: () => Promise<unknown>): void {
    this.time.setTimer(() => {
      if (!this.isOver) this.start(work)
    }, ms)
  }

  /** Runs beside everything else; a killed tab may end it halfway. */
  start(work: () => Promise<unknown>): void {
    work().catch((fault: unknown) =>
      this.history.say('broken off', fault instanceof Error ? fault.stack : fault),
    )
  }

  async restore(backup: Buffer, announced: boolean): Promise<void> {
    const { database } = this.server.copy
    for (const { id } of database.prepare('select id from commands').all() as { id: string }[])
      this.acceptedBefore.add(id)
    checkLog(database, (name, what) => this.history.violate(name, what))
    await this.server.restore(backup, announced)
  }

  /** Tried again until it works, as a person does. */
  async signIn(phone: Phone, person: string): Promise<boolean> {
    for (let tries = 0; tries < 8; tries += 1) {
      const isOther = phone.owner !== null && phone.owner !== person
      if (await phone.signIn(person)) {
        if (isOther) await checkHandover(phone, this.facts)
        return true
      }
      await this.wait(4_000)
    }
    return false
  }

  get facts() {
    const { server, history, taps, dismissed, letGo } = this
    return { server, history, taps, dismissed, letGo }
  }

  /** Lets time go on until this is done; it must not take forever. */
  async ran<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    const done = work.finally(() => {
      isDone = true
    })
    await this.time.runUntil(this.time.now + LONGEST_MS, () => isDone)
    return done
  }

  async close(): Promise<void> {
    for (const phone of this.phones) phone.kill()
    await this.server.close()
  }
}
