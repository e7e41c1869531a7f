import type { Command, Receipt } from '#shared/wire/command.ts'
import type { Sealer } from './crypto.ts'
import type { LocalDb } from './local-db.ts'
import { ENTRY_SCHEMA, isUnsent, mustSeal, type OutboxEntry, type StoredEntry } from './outbox-entry.ts'
import { type Answer, type Fetch, isObject, request } from './request.ts'
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
    this.wake()
    return command.id
  }

  /** What another life of the app left half sent waits again; what was received long ago leaves. */
  async start(): Promise<void> {
    const { clock } = this.deps
    await this.mine().modify((entry, ref) => {
      if (entry.state === 'sending') entry.state = 'waiting'
      if (entry.state === 'waiting') entry.nextTryAt = 0
      if (entry.state === 'received' && clock() - Date.parse(entry.receivedAt ?? entry.createdAt) > KEPT_MS)
        delete (ref as { value?: StoredEntry }).value
    })
    this.wake()
  }

  /** Looks for what is due: after filing, on signal, on a timer. Safe to call at any time. */
  wake(): void {
    this.run().catch(this.deps.onFault)
  }

  /** With signal again: nothing waits out its backoff. */
  async hurry(): Promise<void> {
    await this.change(({ state }) => state === 'waiting', { nextTryAt: 0 })
    this.wake()
  }

  /** A server with another epoch may have forgotten what it received: it gets it again, under the same ids. */
  async resend(): Promise<void> {
    await this.change(({ state }) => state === 'received', {
      state: 'waiting',
      receivedAt: null,
      nextTryAt: 0,
    })
    this.wake()
  }

  /** A person has seen the refusal. Nothing else may be dismissed: it would be lost. */
  async dismiss(id: string): Promise<void> {
    const { db, person } = this.deps
    await db.outbox
      .where('id')
      .equals(id)
      .and((entry) => entry.state === 'refused' && entry.person === person)
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
    const heads = await this.heads()
    const { clock } = this.deps
    const due = heads.filter((entry) => entry.nextTryAt <= clock() && !this.atWork.has(entry.subject))
    const room = Math.max(0, PARALLEL - this.atWork.size)
    for (const entry of due.slice(0, room)) this.sendFirst(entry.subject)
    this.plan(heads)
  }

  /** The oldest unsent entry of each subject: the only ones that may go. */
  private async heads(): Promise<StoredEntry[]> {
    const heads = new Map<string, StoredEntry>()
    for (const entry of await this.mine().sortBy('seq'))
      if (isUnsent(entry) && !heads.has(entry.subject)) heads.set(entry.subject, entry)
    return [...heads.values()]
  }

  private plan(heads: readonly StoredEntry[]): void {
    this.cancelTimer?.()
    const { clock, setTimer } = this.deps
    const waits = heads
      .filter(({ subject }) => !this.atWork.has(subject))
      .map(({ nextTryAt }) => nextTryAt - clock())
    if (waits.length === 0 || this.stopped) return
    // Never in a tight loop: what another tab has at work looks due here.
    this.cancelTimer = setTimer(() => this.wake(), Math.max(500, Math.min(...waits)))
  }

  private sendFirst(subject: string): void {
    const { lock, person, onFault } = this.deps
    this.atWork.add(subject)
    const work = async (): Promise<void> => {
      const entry = (await this.heads()).find((head) => head.subject === subject)
      if (entry !== undefined && this.isDue(entry)) await this.send(entry)
    }
    lock(`outbox:${person}:${subject}`, work)
      .then((ran) => this.rest(subject, ran ? 0 : BUSY_ELSEWHERE_MS))
      .catch((fault: unknown) => {
        onFault(fault)
        this.rest(subject, FAULT_MS)
      })
  }

  private isDue = (entry: StoredEntry): boolean => !this.stopped && entry.nextTryAt <= this.deps.clock()

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
    const command = entry.command ?? (await sealer.unseal(entry.sealed, entry.id))
    if (command === undefined) return this.settle(entry, { state: 'refused', refusal: { code: 'fault' } })
    await db.outbox.update(entry.seq, { state: 'sending' })
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
    const wait = Math.max(retryAfterMs ?? 0, retryDelay(tries, random()))
    return { state: 'waiting', lastError: code, tries, nextTryAt: clock() + wait }
  }

  /** Only an entry that still waits may change: the first answer stands. */
  private async settle(entry: StoredEntry, change: Partial<OutboxEntry>): Promise<void> {
    const { outbox } = this.deps.db
    await this.deps.db.transaction('rw', outbox, async () => {
      const found = await outbox.get(entry.seq)
      if (found !== undefined && isUnsent(found)) await outbox.update(entry.seq, change)
    })
  }
}

const iso = (ms: number): string => new Date(ms).toISOString()

function fresh(
  { id, name }: Command,
  subject: string,
  person: string,
  at: number,
): Omit<OutboxEntry, 'seq' | 'expect'> {
  return {
    id,
    name,
    subject,
    state: 'waiting',
    createdAt: iso(at),
    tries: 0,
    nextTryAt: 0,
    lastError: null,
    refusal: null,
    receipt: null,
    receivedAt: null,
    person,
    schema: ENTRY_SCHEMA,
  }
}

/** Only a receipt for this very command counts: a portal's page, or another's answer, is no tick. */
const isReceipt = (body: unknown, id: string): body is Receipt =>
  isObject(body) && body.id === id && typeof body.subject === 'string' && typeof body.at === 'string'
