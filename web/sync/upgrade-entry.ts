import { ENTRY_SCHEMA, FIRST, isUnsent, type StoredEntry } from './outbox-entry.ts'

/** What an earlier version stored, as this one has it. What a later version stored waits for that. */
export function upgrade(entry: Partial<StoredEntry>): void {
  if ((entry.schema ?? 0) >= ENTRY_SCHEMA) return
  const { seq: _, ...stored } = { ...entry }
  Object.assign(entry, FIRST, stored, { schema: ENTRY_SCHEMA })
  // Without a body there is nothing to send: said, never dropped.
  if (!entry.command && !entry.sealed && isUnsent({ state: entry.state ?? 'waiting' }))
    Object.assign(entry, {
      command: null,
      sealed: null,
      state: 'refused',
      refusal: { code: 'act.unreadable' },
    })
}
