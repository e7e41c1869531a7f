// What changed, as frames, for viewers who were away: looked up once for all who hold the same keys and come back
// together, as after a restart. Used by live.ts.
import type { Key } from '#shared/access/audience.ts'
import { type Changed, changedIn } from '#server/store/changed.ts'
import type { Spot } from '#server/store/events.ts'
import type { Db } from '#server/store/store.ts'
import { changedFrames } from './prepare.ts'

type Found = { changed: Changed; frames: Buffer[] }
type Kept = { after: number; until: Spot; at: number; found: Promise<Found> }

const KEPT_MS = 1000
/** So many events earlier another viewer may have been: it gets the rows of those too. */
const EARLIER = 64

export class Changes {
  private readonly db: Db
  private readonly clock: () => number
  private readonly kept = new Map<string, Kept>()

  constructor(db: Db, clock: () => number) {
    this.db = db
    this.clock = clock
  }

  /** Everything after `after`, up to a place that is `head` or a moment ago. */
  async since(keys: readonly Key[], after: number, head: Spot): Promise<Found & { until: Spot }> {
    const who = keys.join(' ')
    const now = this.clock()
    const known = this.kept.get(who)
    if (known !== undefined && now - known.at < KEPT_MS && fits(known, after))
      return { ...(await known.found), until: known.until }
    for (const [old, { at }] of this.kept) if (now - at >= KEPT_MS) this.kept.delete(old)
    const found = this.find(keys, after, head.seq)
    this.kept.set(who, { after, until: head, at: now, found })
    found.catch(() => this.kept.delete(who))
    return { ...(await found), until: head }
  }

  private async find(keys: readonly Key[], after: number, until: number): Promise<Found> {
    const changed = await changedIn(this.db, keys, { after, until })
    return { changed, frames: changedFrames(changed) }
  }

  clear(): void {
    this.kept.clear()
  }
}

const fits = (known: Kept, after: number): boolean =>
  known.after <= after && after - known.after <= EARLIER && known.until.seq > after
