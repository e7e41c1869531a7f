import type { Command, CommandName, Receipt } from '#shared/wire/command.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import type { Sealed, Sealer } from './crypto.ts'
import type { OutageCode } from './request.ts'

export const ENTRY_SCHEMA = 1
/** What is stored sealed may hold clinical words: so long at most, sent or not. */
export const SEALED_MS = 12 * 3_600_000

/** `received` is the server's own word; nothing else makes an entry so. */
export type EntryState = 'waiting' | 'sending' | 'received' | 'refused'

/** One act on its way, as screens see it. */
export type OutboxEntry = {
  /** The command's id. */
  id: string
  /** Order of filing on this phone. */
  seq: number
  name: CommandName
  /** What it is about: see docs/screens.md. */
  subject: string
  state: EntryState
  createdAt: string
  tries: number
  /** Not before this moment, epoch ms. */
  nextTryAt: number
  /** Why it did not go the last time. */
  lastError: OutageCode | null
  refusal: Refusal | null
  receipt: Receipt | null
  receivedAt: string | null
  /** Of the server that received it, as this phone knew it then; null: it did not know one yet. */
  epoch: string | null
  /** `<table>:<id>` → the rev its row will have once this act's news has come; empty where nothing was previewed. */
  expect: Record<string, number>
  person: string
  schema: number
}

/** As stored: the command itself, sealed where its payload may hold clinical words, wiped after its time. */
export type StoredEntry = OutboxEntry &
  ({ command: Command; sealed: null } | { command: null; sealed: Sealed | null })

/** Undefined where it was wiped, or the key is gone. */
export const commandOf = async (
  { id, command, sealed }: StoredEntry,
  sealer: Sealer,
): Promise<Command | undefined> =>
  command ?? (sealed ? ((await sealer.unseal(sealed, id)) as Command | undefined) : undefined)

/** Its sealed body has to go now. */
export const isPast = ({ sealed, createdAt }: StoredEntry, now: number): boolean =>
  sealed !== null && now - Date.parse(createdAt) > SEALED_MS

/** Wipes the body; what was not sent by then is told as a refusal, with what to do. */
export function expire(entry: StoredEntry): void {
  entry.sealed = null
  if (isUnsent(entry)) Object.assign(entry, { state: 'refused', refusal: { code: 'act.expired' } })
}

/** As an act begins. */
export const FIRST = {
  state: 'waiting',
  tries: 0,
  nextTryAt: 0,
  lastError: null,
  refusal: null,
  receipt: null,
  receivedAt: null,
  epoch: null,
  expect: {},
} as const

export const maySend = (entry: OutboxEntry): boolean => entry.schema <= ENTRY_SCHEMA

/** Payload fields that hold a request, free text or special needs. */
const SEALED_FIELDS = ['request', 'note', 'reason', 'windowReason', 'override', 'acceptedBy', 'needs']

export const mustSeal = (payload: object): boolean => SEALED_FIELDS.some((field) => field in payload)

export const isUnsent = ({ state }: Pick<OutboxEntry, 'state'>): boolean =>
  state === 'waiting' || state === 'sending'
