// How long a transfer stood in each state: what stays of its timeline as a figure, added up by day and region, when the
// timeline itself goes. Pure; called by server/retention.
import type { Event } from '#shared/wire/event.ts'
import type { TransferState } from '#shared/transfers/transfer.ts'

/** Whole minutes per state, the end state left out. `events`: of one transfer, oldest first. */
export function stateMinutes(
  events: readonly Pick<Event, 'subject' | 'at' | 'data'>[],
): Partial<Record<TransferState, number>> {
  const minutes: Partial<Record<TransferState, number>> = {}
  let state: TransferState | null = null
  let since = 0
  for (const { subject, at, data } of events) {
    const next = data.state as TransferState | undefined
    if (subject !== 'transfer' || next === undefined) continue
    const time = Date.parse(at)
    // An act that came late may lie before the one before it.
    if (state !== null)
      minutes[state] = (minutes[state] ?? 0) + Math.max(0, Math.round((time - since) / 60_000))
    state = next
    since = Math.max(since, time)
  }
  return minutes
}
