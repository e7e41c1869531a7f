// GET /api/events: the news this viewer may know of, as server-sent events, from a cursor on.
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Handler } from 'hono'
import { keysOf } from '#shared/access/audience.ts'
import { type Listener, write } from '#server/live/listener.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { streamHeaders } from './headers.ts'
import { problem } from './problem.ts'
import { viaOf } from './recorded.ts'

/** Milliseconds until a lost stream is opened again: spread, so that a restart is not met by all at once. */
const RETRY_MS = { least: 1000, spread: 4000 }

/** A browser that comes back by itself sends the last id it saw; that one is newer than the address. */
export const getEvents =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { live, cursors, hinge, access } = parts
    const out = c.env?.outgoing
    if (out === undefined) return problem(c, { code: 'unavailable' })
    const { person, tokenHash, expires } = c.get('signedIn')
    const asked = c.req.header('last-event-id') ?? c.req.query('since')
    const { epoch, at, known } = await live.place((now) =>
      asked === undefined ? 'head' : cursors.read(now, person, asked),
    )
    // Gone meanwhile: nothing would ever say so again.
    if (out.destroyed) return RESPONSE_ALREADY_SENT
    const listener: Listener = {
      keys: keysOf(person),
      reader: { person, via: viaOf(parts, c), recorded: null },
      tokenHash,
      expires: Date.parse(expires),
      at,
      caughtUp: false,
      cursor: cursors.maker(epoch, person),
      out,
    }
    out.writeHead(200, {
      ...streamHeaders(parts),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': c.get('request'),
    })
    // Sent by itself the head is one string in memory, not the pieces it was made of: a kilobyte less a stream.
    out.flushHeaders()
    out.on('close', () => live.remove(listener))
    access.streams.add(tokenHash, out)
    const spread = hinge.random(2).readUInt16BE() / 65_536
    out.write(`retry: ${Math.round(RETRY_MS.least + RETRY_MS.spread * spread)}\n\n`)
    // A cursor of another epoch, or from too long ago: the viewer fetches everything again.
    if (!known) write(listener, [Buffer.from('event: reset\ndata: {}\n\n')])
    await live.add(listener, epoch)
    return RESPONSE_ALREADY_SENT
  }
