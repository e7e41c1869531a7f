import { type Accessor, createMemo } from 'solid-js'

import { isUnsent, type OutboxEntry } from '#web/sync/outbox-entry.ts'
export type { OutboxEntry } from '#web/sync/outbox-entry.ts'
import { reportFault, work } from './engine.ts'
import { outboxEntries } from './rows.ts'

export { outboxEntries }

const RECEIVED_SHOWN_MS = 10 * 60_000
const isRecent = (entry: OutboxEntry): boolean =>
  entry.state !== 'received' || Date.now() - Date.parse(entry.receivedAt ?? '') < RECEIVED_SHOWN_MS

/** My acts that wait, are being sent, were refused, or arrived in the last ten minutes; oldest first. */
export const createOutbox = (): Accessor<OutboxEntry[] | undefined> =>
  createMemo(() => outboxEntries()?.filter(isRecent))

/** The same for one subject (see `act`). Empty while loading. */
export function createPending(subject: () => string): Accessor<OutboxEntry[]> {
  const all = createOutbox()
  return createMemo(() => (all() ?? []).filter((entry) => entry.subject === subject()))
}

/** How many acts the server does not have yet. */
export const unsentCount = (): number => (outboxEntries() ?? []).filter(isUnsent).length
/** How many refusals nobody has seen yet. */
export const refusedCount = (): number =>
  (outboxEntries() ?? []).filter((entry) => entry.state === 'refused').length

/** The person has seen a refusal: it leaves the list. Does nothing to any other entry. */
export const dismiss = (id: string): void => void work()?.outbox.dismiss(id).catch(reportFault)

/** Try now what waits for its next turn: sending, and the lists themselves. */
export const sendNow = (): void => work()?.hurry()
