// How much one person, one organisation and, for signing in, one address may ask in a minute, over all servers on one
// database. A crew's steps are never counted. Used by app.ts and commands.ts.
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Person } from '#shared/access/parties.ts'
import type { CommandName } from '#shared/wire/command.ts'
import { dropRates, takeRate } from '#server/store/rates.ts'
import type { Db } from '#server/store/store.ts'
import { addressOf } from './address.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

const MINUTE_MS = 60_000

/** `handful`: so many are taken from the database at once; a server keeps them for the rest of the minute. */
export type Rate = { limit: number; handful: number }
export type Limits = { person: Rate; organisation: Rate; address: Rate }

/** A hospital signs in from one address at the change of shifts. */
export const LIMITS: Limits = {
  person: { limit: 600, handful: 30 },
  organisation: { limit: 6000, handful: 200 },
  address: { limit: 120, handful: 5 },
}

type Left = { window: number; left: number; isOver: boolean }

export class RateLimiter {
  private readonly db: Db
  private readonly kept = new Map<string, Left>()
  private window = 0

  constructor(db: Db) {
    this.db = db
  }

  /** Null: go on. Else the seconds until it makes sense to try again. */
  async take(name: string, { limit, handful }: Rate, now: number): Promise<number | null> {
    const window = Math.floor(now / MINUTE_MS)
    if (window !== this.window) await this.begin(window)
    const known = this.kept.get(name)
    if (known !== undefined && known.left > 0) {
      known.left -= 1
      return null
    }
    const wait = Math.ceil(((window + 1) * MINUTE_MS - now) / 1000)
    if (known?.isOver === true) return wait
    const got = await takeRate(this.db, { name, window, handful: Math.min(handful, limit), limit })
    const others = this.kept.get(name)?.left ?? 0
    this.kept.set(name, { window, left: others + Math.max(0, got - 1), isOver: got === 0 })
    return got === 0 ? wait : null
  }

  /** What was left of the last minute counts for nothing. */
  private async begin(window: number): Promise<void> {
    this.window = window
    this.kept.clear()
    await dropRates(this.db, window - 1)
  }
}

/** The demo has no accounts to guess and no patients: it is not limited. */
export function makeRateLimits({ hinge, limits }: AppParts) {
  const limiter = new RateLimiter(hinge.store.query)
  const tooFast = async (names: readonly [string, Rate][]): Promise<number | null> => {
    for (const [name, rate] of names) {
      const wait = await limiter.take(name, rate, hinge.now().getTime())
      if (wait !== null) return wait
    }
    return null
  }
  return {
    /** Seconds to wait, or null. */
    forPerson: ({ id, memberships }: Person): Promise<number | null> =>
      limits === null
        ? Promise.resolve(null)
        : tooFast([
            [`person:${id}`, limits.person],
            ...[...new Set(memberships.map(({ org }) => org))].map((org): [string, Rate] => [
              `organisation:${org}`,
              limits.organisation,
            ]),
          ]),
    forFeed: (id: string): Promise<number | null> =>
      limits === null ? Promise.resolve(null) : tooFast([[`feed:${id}`, FEED_RATE]]),
    /** The address is kept as a hash, for a minute. */
    forAddress: (address: string): Promise<number | null> =>
      limits === null
        ? Promise.resolve(null)
        : tooFast([
            [
              `address:${createHash('sha256').update(address).digest('base64url').slice(0, 22)}`,
              limits.address,
            ],
          ]),
  }
}
/** How often one source may send: LPZ does every few minutes. */
export const FEED_RATE: Rate = { limit: 60, handful: 5 }
export type RateLimits = ReturnType<typeof makeRateLimits>

export const refuseFast = (c: Context<AppEnv>, seconds: number): Response =>
  problem(c, { code: 'rate.limited', facts: { seconds } })

/** In front of every read. */
export const limitPerson = (rates: RateLimits): MiddlewareHandler<AppEnv> =>
  createMiddleware<AppEnv>(async (c, next) => {
    const wait = await rates.forPerson(c.get('signedIn').person)
    return wait === null ? next() : refuseFast(c, wait)
  })

/** In front of whatever lets somebody in. */
export const limitAddress = (parts: AppParts, rates: RateLimits): MiddlewareHandler<AppEnv> =>
  createMiddleware<AppEnv>(async (c, next) => {
    const address = c.req.method === 'POST' || c.req.path.includes('/provider/') ? addressOf(c, parts) : null
    const wait = address === null ? null : await rates.forAddress(address)
    return wait === null ? next() : refuseFast(c, wait)
  })

/** The rest of the ride must never wait for a limit. */
export const isCrewStep = ({ memberships }: Person, name: CommandName): boolean =>
  name.startsWith('ride.') && memberships.some(({ role }) => role === 'crew')
