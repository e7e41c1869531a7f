// One open stream: what its viewer may see of an event, written as server-sent events. Used by live.ts.
import type { ServerResponse } from 'node:http'
import { type Key, sharesKey } from '#shared/access/audience.ts'
import type { Spot } from '#server/store/events.ts'
import type { Reader } from './deliveries.ts'
import type { Prepared } from './prepare.ts'

export type Listener = {
  keys: readonly Key[]
  /** For the record. */
  reader: Reader
  tokenHash: string
  /** The session ends then, and the stream with it. */
  expires: number
  /** The last event it was told of, or that was not for it. */
  at: Spot
  caughtUp: boolean
  cursor: (at: Spot) => string
  out: ServerResponse
}

const BEAT = Buffer.from('event: beat\ndata: {}\n\n')
/** A viewer that reads this much too slowly is let go; it comes back with its cursor. */
const MAX_WAITING_BYTES = 256 * 1024
/** One batch may take this long to leave while it catches up. */
const PATIENCE_MS = 60_000

/** Writes what this viewer may know of these events, those it was told of apart; false when the stream is over. */
export function deliver(listener: Listener, news: readonly Prepared[], limit = MAX_WAITING_BYTES): boolean {
  const fresh = news.filter(({ seq }) => seq > listener.at.seq)
  const last = fresh.at(-1)
  if (last !== undefined) listener.at = { seq: last.seq, mark: last.mark }
  return write(
    listener,
    fresh.flatMap((prepared) => framesFor(listener.keys, prepared)),
    limit,
  )
}

/** The news this viewer gets: the event, a row that came into sight, or the word that one went out of it. */
export function framesFor(keys: readonly Key[], { bytes, audience, shifts }: Prepared): Buffer[] {
  const frames: Buffer[] = []
  let mine = sharesKey(keys, audience)
  for (const { of, own, row, gone, now } of shifts) {
    const saw = sharesKey(keys, of.before)
    const sees = sharesKey(keys, of.after)
    if (saw === sees) continue
    if (own) mine = false
    if (saw) frames.push(gone)
    // Sight may be lost again by now; then the later event says so.
    else if (row !== null && sharesKey(keys, now)) frames.push(row)
  }
  return mine ? [bytes, ...frames] : frames
}

/** A sign of life that also carries the cursor forward; ends the stream of a session that is over. */
export function beat(listener: Listener, now: Date): boolean {
  if (listener.expires <= now.getTime()) {
    listener.out.end()
    return false
  }
  if (!listener.caughtUp) return true
  return write(listener, [BEAT])
}

/** While it catches up a viewer sets the pace: no limit, and no more before this has left. False when it is gone. */
export async function deliverSlowly(listener: Listener, news: readonly Prepared[]): Promise<boolean> {
  return deliver(listener, news, Number.POSITIVE_INFINITY) && drained(listener)
}

const CHUNK_BYTES = 64 * 1024

/** Rows that bring a viewer from where it is to `until` at once. Its cursor moves with the last of them only. */
export async function bring(listener: Listener, frames: readonly Buffer[], until: Spot): Promise<boolean> {
  let chunk: Buffer[] = []
  let size = 0
  for (const frame of frames.slice(0, -1)) {
    chunk.push(frame)
    size += frame.length
    if (size < CHUNK_BYTES) continue
    if (!write(listener, chunk, Number.POSITIVE_INFINITY) || !(await drained(listener))) return false
    chunk = []
    size = 0
  }
  listener.at = until
  return write(listener, [...chunk, ...frames.slice(-1)], Number.POSITIVE_INFINITY) && drained(listener)
}

async function drained({ out }: Listener): Promise<boolean> {
  if (!out.writableNeedDrain) return true
  const patience = setTimeout(() => out.destroy(), PATIENCE_MS)
  await new Promise<void>((resolve) => {
    const go = () => {
      out.off('drain', go).off('close', go)
      resolve()
    }
    out.on('drain', go).on('close', go)
  })
  clearTimeout(patience)
  return !out.destroyed
}

/** This viewer's cursors are of an epoch that is over: it has to fetch everything anew. */
export function reset({ out }: Listener): void {
  out.end('event: reset\ndata: {}\n\n')
}

/** Only the last frame moves the cursor: a break in between repeats, it never skips. */
export function write(
  { out, cursor, at }: Listener,
  frames: readonly Buffer[],
  limit = MAX_WAITING_BYTES,
): boolean {
  if (out.destroyed || out.writableEnded) return false
  const last = frames.at(-1)
  if (last === undefined) return true
  // Sent now, not at the end of this turn: the first of a thousand need not wait for the last.
  out.socket?.cork()
  out.write(Buffer.concat([...frames.slice(0, -1), Buffer.from(`id: ${cursor(at)}\n`), last]))
  out.socket?.uncork()
  if (out.writableLength <= limit) return true
  out.destroy()
  return false
}
