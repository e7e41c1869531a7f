// Where a transfer stood and how long, from its events: corrections and steps taken back included.
// Called by transfer-facts.ts.
import type { Transfer, TransferState } from '#shared/transfers/transfer.ts'
import type { Event } from '#shared/wire/event.ts'

export type Told = Pick<Event, 'name' | 'subject' | 'id' | 'at' | 'data'>

/** Milliseconds since 1970; `until` null: it stands there still. */
export type Stay = { state: TransferState; from: number; until: number | null }

/** `events` of one transfer, oldest first; others than its own are passed over. */
export function staysOf(events: readonly Told[]): Stay[] {
  const stays: Stay[] = []
  for (const { name, subject, at, data } of events) {
    if (subject !== 'transfer') continue
    const { state, since } = data as Partial<Transfer>
    const time = Date.parse(since ?? at)
    if (name === 'transfer.corrected') correct(stays, since)
    else if (name === 'transfer.undone') takeBack(stays, state)
    else if (state !== undefined) goOn(stays, state, time)
  }
  return stays
}

function goOn(stays: Stay[], state: TransferState, time: number): void {
  const last = stays.at(-1)
  // An act that came late may lie before the one before it.
  const from = Math.max(last?.from ?? time, time)
  if (last !== undefined) last.until = from
  stays.push({ state, from, until: null })
}

/** The state it came to was never reached: the one before goes on. */
function takeBack(stays: Stay[], state: TransferState | undefined): void {
  while (stays.length > 1 && stays.at(-1)?.state !== state) stays.pop()
  const last = stays.at(-1)
  if (last !== undefined) last.until = null
}

function correct(stays: Stay[], since: string | undefined): void {
  const last = stays.at(-1)
  const before = stays.at(-2)
  if (last === undefined || since === undefined) return
  last.from = Math.max(before?.from ?? 0, Date.parse(since))
  if (before !== undefined) before.until = last.from
}
