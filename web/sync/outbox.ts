import type { Command, Receipt } from '#shared/wire/command.ts'
import type { Sealer } from './crypto.ts'
import type { LocalDb } from './local-db.ts'
import {
  commandOf,
  ENTRY_SCHEMA,
  expire,
  FIRST,
  isPast,
  isUnsent,
  maySend,
  mustSeal,
  type OutboxEntry,
  SEALED_MS,
  type StoredEntry,
} from './outbox-entry.ts'
import { type Answer, type Fetch, isObject, LONGEST_WAIT_MS, request } from './request.ts'
import { retryDelay } from './retry-delay.ts'

/** Runs `work` unless this name is at work already, here or in another tab; says whether it ran. */
export type Lock = (name: string, work: () => Promise<void>) => Promise<boolean>

type Deps = {
  db: LocalDb
  sealer: Sealer
  person: string
  fetch: Fetch
  /** Epoch ms. */
  clock: () => number
  /** In [0, 1). */
  random: () => number
  lock: Lock
  setTimer: (work: () => void, ms: number) => () => void
  /** A fault of ours while sending: the entry stays. */
  onFault: (fault: unknown) => void
  onSessionLost: () => void
  /** Something waits: a browser that can wakes us when there is signal, also when the app is closed. */
  onWaiting?: () => void
}

type Expected = OutboxEntry['expect']

/** At most this many subjects are sent at once. */
const PARALLEL = 6
/** Received entries stay this long, so that a server restored to an earlier point gets them again. */
const KEPT_MS = 12 * 3_600_000
/** Another tab sends this subject: look again later. */
const BUSY_ELSEWHERE_MS = 2_000
const FAULT_MS = 5_000

/** One person's acts on their way. Takes its clock, network, chance and timers as arguments. */
export class Outbox {
  private readonly deps: Deps
  private readonly atWork = new Set<string>()
  private stopped = false
  private paused = false
  private cancelTimer: (() => void) | undefined

  constructor(deps: Deps) {
    this.deps = deps
  }

  /** Written in one transaction, sealed before it opens. Rejects when the phone cannot store it. */
  async enqueue(command: Command, subject: string, expect: Expected = {}): Promise<string> {
    const { db, sealer, person, clock } = this.deps
    const body = mustSeal(command.payload)
      ? { command: null, sealed: await sealer.seal(command, command.id) }
      : { command, sealed: null }
    await db.outbox.add({ ...body, ...fresh(command, subject, person, clock()), expect } as StoredEntry)
    this.deps.onWaiting?.()
    this.wake()
    return command.id
  }

  /** What another life of the app left half sent waits again; what was received long ago leaves, and what is past. */
  async start(): Promise<void> {
    try {
      await this.tidy()
    } finally {
      this.wake()
    }
  }

  private async tidy(): Promise<void> {
    const { clock, db } = this.deps
    if ((await db.outbox.toArray()).some(({ schema }) => schema !== ENTRY_SCHEMA)) {
      const { upgrade } = await import('./upgrade-entry.ts')
      await db.outbox.toCollection().modify(upgrade)
    }
    await db.outbox.toCollection().modify((entry) => {
      if (isPast(entry, clock())) expire(entry)
    })
    // A new epoch may have been heard of, and nothing sent again, when the last life ended.
    const epoch = (await db.meta.get('epoch'))?.value
    await this.mine().modify((entry, ref) => {
      if (epoch !== undefined && isElsewhere(entry, epoch)) Object.assign(entry, again(entry))
      if (entry.state === 'sending') entry.state = 'waiting'
      if (entry.state === 'waiting') entry.nextTryAt = 0
      if (entry.state === 'received' && clock() - Date.parse(entry.receivedAt ?? entry.createdAt) > KEPT_MS)
        delete (ref as { value?: StoredEntry }).value
    })
  }

  /** Looks for what is due: after filing, on signal, on a timer. Safe to call at any time. */
  wake(): void {
    this.run().catch((fault: unknown) => {
      this.deps.onFault(fault)
      this.lookIn(FAULT_MS)
    })
  }

  /** With signal again: nothing waits out its backoff. */
  async hurry(): Promise<void> {
    await this.change(({ state }) => state === 'waiting', { nextTryAt: 0 })
    this.wake()
  }

  /** A server of this epoch may have forgotten what one of another received: it gets it again, under the same ids. */
  async resend(epoch: string): Promise<void> {
    await this.mine().modify((entry) => {
      if (isElsewhere(entry, epoch)) Object.assign(entry, again(entry))
    })
    this.wake()
  }

  /** A person has seen the refusal, or gives up, by name, what waits. Nothing else may go: it would be lost. */
  async dismiss(id: string, givenUp = false): Promise<void> {
    const mayGo = ({ state }: StoredEntry) => state === 'refused' || (givenUp && state === 'waiting')
    await this.mine()
      .and((entry) => entry.id === id && mayGo(entry))
      .delete()
  }

  stop(): void {
    this.stopped = true
    this.cancelTimer?.()
  }

  private mine() {
    return this.deps.db.outbox.where('person').equals(this.deps.person)
  }

  private async change(which: (entry: StoredEntry) => boolean, to: Partial<OutboxEntry>): Promise<void> {
    await this.mine().modify((entry) => {
      if (which(entry)) Object.assign(entry, to)
    })
  }

  private async run(): Promise<void> {
    if (this.stopped || this.paused) return
    const { clock } = this.deps
    const mine = await this.mine().sortBy('seq')
    if (mine.some((entry) => isPast(entry, clock())))
      await this.mine().modify((entry) => {
        if (isPast(entry, clock())) expire(entry)
      })
    const heads = headsOf(mine).filter((entry) => !isPast(entry, clock()))
    const due = heads.filter((entry) => isDue(entry, clock()) && !this.atWork.has(entry.subject))
    const room = Math.max(0, PARALLEL - this.atWork.size)
    for (const entry of due.slice(0, room)) this.sendFirst(entry.subject)
    this.plan(heads, mine)
  }

  private plan(heads: readonly StoredEntry[], mine: readonly StoredEntry[]): void {
    const { clock } = this.deps
    const sends = heads.filter(({ subject }) => !this.atWork.has(subject)).map(({ nextTryAt }) => nextTryAt)
    const ends = mine
      .filter((entry) => entry.sealed !== null && !isPast(entry, clock()))
      .map(({ createdAt }) => Date.parse(createdAt) + SEALED_MS + 1)
    const waits = [...sends, ...ends].map((at) => at - clock())
    // Never in a tight loop: what another tab has at work looks due here.
    this.lookIn(waits.length === 0 ? null : Math.max(500, Math.min(...waits)))
  }

  private lookIn(ms: number | null): void {
    this.cancelTimer?.()
    if (ms !== null && !this.stopped) this.cancelTimer = this.deps.setTimer(() => this.wake(), ms)
  }

  private sendFirst(subject: string): void {
    this.atWork.add(subject)
    this.underLock(subject, (entry) => !this.stopped && isDue(entry, this.deps.clock()))
      .then((ran) => this.rest(subject, ran ? 0 : BUSY_ELSEWHERE_MS))
      .catch((fault: unknown) => {
        this.deps.onFault(fault)
        this.rest(subject, FAULT_MS)
      })
  }

  /** The oldest of each subject that waits. */
  heads = async (): Promise<StoredEntry[]> => headsOf(await this.mine().sortBy('seq'))

  /** Sends the oldest of this subject, if `mayGo` holds for it; says whether it was our turn. */
  underLock(subject: string, mayGo: (entry: StoredEntry) => boolean): Promise<boolean> {
    return this.deps.lock(`outbox:${this.deps.person}:${subject}`, async () => {
      const entry = (await this.heads()).find((head) => head.subject === subject)
      if (entry !== undefined && mayGo(entry)) await this.send(entry)
    })
  }

  /** The subject may go again, at once or after a while. */
  private rest(subject: string, ms: number): void {
    const free = () => {
      this.atWork.delete(subject)
      this.wake()
    }
    if (ms === 0) free()
    else this.deps.setTimer(free, ms)
  }

  private async send(entry: StoredEntry): Promise<void> {
    const { db, sealer, fetch, onSessionLost } = this.deps
    const command = await commandOf(entry, sealer)
    if (command === undefined)
      return this.settle(entry, { state: 'refused', refusal: { code: 'act.unreadable' } })
    // Given up a moment ago: it is not sent.
    if ((await db.outbox.update(entry.seq, { state: 'sending' })) === 0) return
    const answer = await request<Receipt>('/api/commands', {
      fetch,
      method: 'POST',
      body: command,
      is: (body): body is Receipt => isReceipt(body, entry.id),
    })
    await this.settle(entry, this.outcome(entry, answer))
    if ('outage' in answer && answer.outage.code === 'session') {
      this.paused = true
      onSessionLost()
    }
  }

  private outcome(entry: StoredEntry, answer: Answer<Receipt>): Partial<OutboxEntry> {
    const { clock, random } = this.deps
    if ('ok' in answer)
      return { state: 'received', receipt: answer.ok, receivedAt: iso(clock()), lastError: null }
    if ('refused' in answer) return { state: 'refused', refusal: answer.refused, lastError: null }
    const { code, retryAfterMs } = answer.outage
    const tries = entry.tries + 1
    this.deps.onWaiting?.()
    const wait = Math.max(retryAfterMs ?? 0, retryDelay(tries, random()))
    return { state: 'waiting', lastError: code, tries, nextTryAt: clock() + wait }
  }

  /** Only an entry that still waits may change: the first answer stands. What was past here may have arrived all the same. */
  private async settle(entry: StoredEntry, change: Partial<OutboxEntry>): Promise<void> {
    const { outbox, meta } = this.deps.db
    await this.deps.db.transaction('rw', outbox, meta, async () => {
      const found = await outbox.get(entry.seq)
      if (found === undefined) return
      const arrivedLate = change.state === 'received' && found.refusal?.code === 'act.expired'
      const epoch = (await meta.get('epoch'))?.value ?? null
      if (isUnsent(found) || arrivedLate) await outbox.update(entry.seq, { refusal: null, ...change, epoch })
    })
  }
}

/** Also what waits longer than anything is told to wait: the clock was set back. */
const isDue = ({ nextTryAt }: StoredEntry, now: number): boolean =>
  nextTryAt <= now || nextTryAt > now + LONGEST_WAIT_MS

/** Received by a server that may be no more. */
const isElsewhere = ({ state, epoch }: StoredEntry, now: string): boolean =>
  state === 'received' && epoch !== now

/** Without its body it cannot be sent again: said, for the server may have forgotten it. */
function again({ command, sealed, epoch }: StoredEntry): Partial<OutboxEntry> {
  if (command ?? sealed) return { state: 'waiting', receivedAt: null, nextTryAt: 0 }
  return epoch === null ? {} : { state: 'refused', refusal: { code: 'act.expired' } }
}

const iso = (ms: number): string => new Date(ms).toISOString()

function fresh({ id, name }: Command, subject: string, person: string, at: number): Omit<OutboxEntry, 'seq'> {
  return { ...FIRST, id, name, subject, createdAt: iso(at), person, schema: ENTRY_SCHEMA }
}

/** The oldest unsent entry of each subject: the only ones that may go; what a later version stored waits for that. */
function headsOf(entries: readonly StoredEntry[]): StoredEntry[] {
  const heads = new Map<string, StoredEntry>()
  for (const entry of entries)
    if (isUnsent(entry) && !heads.has(entry.subject)) heads.set(entry.subject, entry)
  return [...heads.values()].filter(maySend)
}

/** Only a receipt for this very command counts: a portal's page, or another's answer, is no tick. */
const isReceipt = (body: unknown, id: string): body is Receipt =>
  isObject(body) && body.id === id && typeof body.subject === 'string' && typeof body.at === 'string'
