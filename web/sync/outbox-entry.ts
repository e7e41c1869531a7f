import type { Command, CommandName, Receipt } from '#shared/wire/command.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import type { Sealed } from './crypto.ts'
import type { OutageCode } from './request.ts'

export const ENTRY_SCHEMA = 1

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
  /** `<table>:<id>` → the rev its row will have once this act's news has come; empty where nothing was previewed. */
  expect: Record<string, number>
  person: string
  schema: number
}

/** As stored: the command itself, sealed where its payload may hold clinical words. */
export type StoredEntry = OutboxEntry &
  ({ command: Command; sealed: null } | { command: null; sealed: Sealed })

/** Payload fields that hold a request, free text or special needs. */
const SEALED_FIELDS = ['request', 'note', 'reason', 'windowReason', 'override', 'acceptedBy', 'needs']

export const mustSeal = (payload: object): boolean => SEALED_FIELDS.some((field) => field in payload)

export const isUnsent = ({ state }: Pick<OutboxEntry, 'state'>): boolean =>
  state === 'waiting' || state === 'sending'
