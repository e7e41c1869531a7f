import type { Command, CommandName, Receipt } from '#shared/wire/command.ts'
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

export type Outbox = ReturnType<typeof createOutbox>

/** At most this many subjects are sent at once. */
const PARALLEL = 6
/** Received entries stay this long, so that a server restored to an earlier point gets them again. */
const KEPT_MS = 12 * 3_600_000

export function createOutbox(deps: Deps) {
  const { db, person, clock } = deps
  const atWork = new Set<string>()
  let stopped = false
  let paused = false
  let cancelTimer: (() => void) | undefined

  /** Written in one transaction, sealed before it opens. Rejects when the phone cannot store it. */
  async function enqueue(command: Command, subject: string): Promise<string> {
    const body = mustSeal(command.payload)
      ? { command: null, sealed: await deps.sealer.seal(command, command.id) }
      : { command, sealed: null }
    const entry: Omit<StoredEntry, 'seq'> = {
      ...body,
      ...fresh(command.id, command.name, subject, person, clock()),
    }
    await db.outbox.add(entry as StoredEntry)
    wake()
    return command.id
  }

  /** Looks for what is due: after filing, on signal, on a timer. Safe to call at any time. */
  function wake(): void {
    run().catch(deps.onFault)
  }

  async function run(): Promise<void> {
    if (stopped || paused) return
    const heads = await readHeads()
    const due = heads.filter((entry) => entry.nextTryAt <= clock() && !atWork.has(entry.subject))
    for (const entry of due.slice(0, Math.max(0, PARALLEL - atWork.size))) sendFirst(entry.subject)
    plan(heads)
  }

  /** The oldest unsent entry of each subject: the only ones that may go. */
  async function readHeads(): Promise<StoredEntry[]> {
    const mine = await db.outbox.where('person').equals(person).sortBy('seq')
    const heads = new Map<string, StoredEntry>()
    for (const entry of mine)
      if (isUnsent(entry) && !heads.has(entry.subject)) heads.set(entry.subject, entry)
    return [...heads.values()]
  }

  function plan(heads: readonly StoredEntry[]): void {
    cancelTimer?.()
    const waits = heads
      .filter((entry) => !atWork.has(entry.subject))
      .map((entry) => entry.nextTryAt - clock())
    if (waits.length === 0 || stopped) return
    // Never in a tight loop: what another tab has at work looks due here.
    cancelTimer = deps.setTimer(wake, Math.max(500, Math.min(...waits)))
  }

  function sendFirst(subject: string): void {
    atWork.add(subject)
    deps
      .lock(`outbox:${person}:${subject}`, async () => {
        const entry = (await readHeads()).find((head) => head.subject === subject)
        if (entry !== undefined && entry.nextTryAt <= clock() && !stopped) await sendOne(entry)
      })
      .catch(deps.onFault)
      .finally(() => {
        atWork.delete(subject)
        wake()
      })
  }

  async function sendOne(entry: StoredEntry): Promise<void> {
    const command = entry.command ?? (await deps.sealer.unseal(entry.sealed, entry.id))
    if (command === undefined) return settle(entry, { state: 'refused', refusal: { code: 'fault' } })
    await db.outbox.update(entry.seq, { state: 'sending' })
    const answer = await request<Receipt>('/api/commands', {
      fetch: deps.fetch,
      method: 'POST',
      body: command,
      is: (body): body is Receipt => isReceipt(body, entry.id),
    })
    await settle(entry, outcome(entry, answer))
    if ('outage' in answer && answer.outage.code === 'session') {
      paused = true
      deps.onSessionLost()
    }
  }

  function outcome(entry: StoredEntry, answer: Answer<Receipt>): Partial<OutboxEntry> {
    if ('ok' in answer)
      return { state: 'received', receipt: answer.ok, receivedAt: iso(clock()), lastError: null }
    if ('refused' in answer) return { state: 'refused', refusal: answer.refused, lastError: null }
    const { code, retryAfterMs } = answer.outage
    const tries = entry.tries + 1
    const wait = Math.max(retryAfterMs ?? 0, retryDelay(tries, deps.random()))
    return { state: 'waiting', lastError: code, tries, nextTryAt: clock() + wait }
  }

  /** Only an entry that still waits may change: the first answer stands. */
  async function settle(entry: StoredEntry, change: Partial<OutboxEntry>): Promise<void> {
    await db.transaction('rw', db.outbox, async () => {
      const now = await db.outbox.get(entry.seq)
      if (now !== undefined && isUnsent(now)) await db.outbox.update(entry.seq, change)
    })
  }

  /** What another life of the app left half sent waits again; what was received long ago leaves. */
  async function start(): Promise<void> {
    await db.outbox
      .where('person')
      .equals(person)
      .modify((entry, ref) => {
        if (entry.state === 'sending') entry.state = 'waiting'
        if (entry.state === 'received' && clock() - Date.parse(entry.receivedAt ?? entry.createdAt) > KEPT_MS)
          delete (ref as { value?: StoredEntry }).value
      })
    paused = false
    wake()
  }

  /** With signal again: nothing waits out its backoff. */
  async function hurry(): Promise<void> {
    await change(({ state }) => state === 'waiting', { nextTryAt: 0 })
    wake()
  }

  /** A server with another epoch may have forgotten what it received: it gets it again, under the same ids. */
  async function resend(): Promise<void> {
    await change(({ state }) => state === 'received', { state: 'waiting', receivedAt: null, nextTryAt: 0 })
    wake()
  }

  async function change(which: (entry: StoredEntry) => boolean, to: Partial<OutboxEntry>): Promise<void> {
    await db.outbox
      .where('person')
      .equals(person)
      .modify((entry) => {
        if (which(entry)) Object.assign(entry, to)
      })
  }

  /** A person has seen the refusal. Nothing else may be dismissed: it would be lost. */
  async function dismiss(id: string): Promise<void> {
    await db.outbox
      .where('id')
      .equals(id)
      .and((entry) => entry.state === 'refused' && entry.person === person)
      .delete()
  }

  function stop(): void {
    stopped = true
    cancelTimer?.()
  }

  return { enqueue, wake, start, hurry, resend, dismiss, stop }
}

const iso = (ms: number): string => new Date(ms).toISOString()

function fresh(id: string, name: CommandName, subject: string, person: string, at: number) {
  return {
    id,
    name,
    subject,
    state: 'waiting' as const,
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
