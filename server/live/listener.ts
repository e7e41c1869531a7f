// One open stream: what its viewer may see of an event, written as server-sent events. Used by live.ts.
import type { ServerResponse } from 'node:http'
import { type Key, sharesKey } from '#shared/access/audience.ts'
import type { Prepared } from './prepare.ts'

export type Listener = {
  keys: readonly Key[]
  tokenHash: string
  /** The session ends then, and the stream with it. */
  expires: number
  /** The number of the last event it was told of, or that was not for it. */
  at: number
  caughtUp: boolean
  cursor: (seq: number) => string
  out: ServerResponse
}

/** A viewer that reads this much too slowly is let go; it comes back with its cursor. */
const MAX_WAITING_BYTES = 256 * 1024

/** Writes what this viewer may know of the event; false when the stream is over. */
export function deliver(listener: Listener, prepared: Prepared): boolean {
  listener.at = prepared.seq
  return write(listener, framesFor(listener.keys, prepared))
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
  return write(listener, [Buffer.from('event: beat\ndata: {}\n\n')])
}

/** Only the last frame moves the cursor: a break in between repeats, it never skips. */
export function write({ out, cursor, at }: Listener, frames: readonly Buffer[]): boolean {
  if (out.destroyed || out.writableEnded) return false
  if (frames.length === 0) return true
  out.cork()
  for (const [index, frame] of frames.entries()) {
    if (index === frames.length - 1) out.write(`id: ${cursor(at)}\n`)
    out.write(frame)
  }
  out.uncork()
  if (out.writableLength <= MAX_WAITING_BYTES) return true
  out.destroy()
  return false
}
