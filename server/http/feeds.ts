// Bed figures that come in many at a time: POST /api/feeds/capacity, for a source with a token of its own, and POST
// /api/beds/file, for a person with a file (docs/feeds.md). Mounted by app.ts.
import type { Context, Handler } from 'hono'
import { LCPS_ORG, type Person } from '#shared/access/parties.ts'
import { hospital as hospitalOf } from '#shared/reference/hospitals.ts'
import { FEED_BYTES, type Feed, type FeedReport } from '#shared/wire/capacity-feed.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { readFeedCsv, readFeedJson } from '#server/feeds/read-feed.ts'
import { receive, type Sender } from '#server/feeds/receive.ts'
import { hashOf } from '#server/sign-in/secret.ts'
import { feedByToken, markFeed } from '#server/store/feeds.ts'
import { addressOf } from './address.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readAtMost } from './body.ts'
import { problem } from './problem.ts'
import { type RateLimits, refuseFast } from './rate-limit.ts'
import { viaOf } from './recorded.ts'

/** Files that are read or wait for their turn; one is taken in at a time. */
const WAITING = 20

/** Gives each its turn, or null where too many wait. */
function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> | null {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (work) => {
    if (waiting >= WAITING) return null
    waiting += 1
    const done = last.then(work).finally(() => {
      waiting -= 1
    })
    last = done.catch(() => undefined)
    return done
  }
}
/** `reading`: whose file comes in now, one each: a line that drips keeps nobody else waiting. */
type Turns = { take: ReturnType<typeof makeTurns>; reading: Set<string> }

export function feedHandlers(parts: AppParts, rates: RateLimits) {
  const turns: Turns = { take: makeTurns(), reading: new Set() }
  return { feed: postFeed(parts, rates, turns), file: postFile(parts, turns) }
}

const tokenOf = (c: Context<AppEnv>): string =>
  /^Bearer ([\w-]{20,100})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

const postFeed =
  (parts: AppParts, rates: RateLimits, turns: Turns): Handler<AppEnv> =>
  async (c) => {
    const { store, now } = parts.hinge
    const token = tokenOf(c)
    const feed = token === '' ? null : await feedByToken(store.query, hashOf(token))
    if (feed === null) return problem(c, { code: 'session.required' })
    const wait = await rates.forFeed(feed.id)
    if (wait !== null) return refuseFast(c, wait)
    const via = { session: null, request: c.get('request'), address: addressOf(c, parts) }
    const person = { id: `feed:${feed.name}`, memberships: [] }
    const may = (hospital: string) => isWithin(feed.scope, hospital)
    const sender: Sender = { id: person.id, person, via, feed: feed.name, may }
    return answer(parts, c, turns, sender, async (report) => {
      await markFeed(store.query, feed.id, now().toISOString(), report.rows)
    })
  }

const postFile =
  (parts: AppParts, turns: Turns): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const may = (hospital: string) => person.memberships.some((held) => mayBring(held, hospital))
    return answer(parts, c, turns, { id: person.id, person, via: viaOf(parts, c), feed: null, may })
  }

/** The nation, a region, or one hospital. */
export const isWithin = (scope: Feed['scope'], hospital: string): boolean =>
  scope === LCPS_ORG || scope === hospital || scope === hospitalOf(hospital)?.region

const mayBring = ({ role, org }: Person['memberships'][number], hospital: string): boolean =>
  role === 'bed-desk' ? org === hospital : (role === 'rcps' || role === 'lcps') && isWithin(org, hospital)

const READERS = { 'text/csv': readFeedCsv, 'application/json': readFeedJson } as const
const readerOf = (c: Context<AppEnv>) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return Object.hasOwn(READERS, type) ? READERS[type as keyof typeof READERS] : null
}

/** `?run=keep`; without it nothing is written. A feed keeps unless it says `?run=try`. */
async function answer(
  parts: AppParts,
  c: Context<AppEnv>,
  turns: Turns,
  sender: Sender,
  after?: (report: FeedReport) => Promise<void>,
): Promise<Response> {
  const read = readerOf(c)
  if (read === null) return problem(c, { code: 'command.media-type' })
  const run = c.req.query('run')
  const keep = sender.feed === null ? run === 'keep' : run !== 'try'
  if (turns.reading.has(sender.id) || turns.reading.size >= WAITING)
    return problem(c, { code: 'rate.limited' })
  turns.reading.add(sender.id)
  const bytes = await readAtMost(c.req.raw.body, FEED_BYTES).finally(() => turns.reading.delete(sender.id))
  if (bytes === null) return problem(c, { code: 'command.too-large' })
  const turn = turns.take(
    async (): Promise<FeedReport | { refused: Refusal }> =>
      receive(parts.hinge, sender, await read(bytes), keep),
  )
  if (turn === null) return problem(c, { code: 'rate.limited' })
  const done = await turn
  if ('refused' in done) return problem(c, done.refused)
  await after?.(done)
  return c.json(done satisfies FeedReport)
}
