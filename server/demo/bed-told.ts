// What was said of beds in the demo: two weeks of invented reports, a feed that contradicts a desk, and a coordinator's
// correction that is about to end. The past is laid by seed.ts, the rest is played by morning.ts.
import { SYSTEM } from '#shared/access/parties.ts'
import { type Beds, type BedFigures, bedsId } from '#shared/beds/beds.ts'
import type { Observation } from '#shared/beds/observation.ts'
import { figuresOf } from '#shared/beds/observe.ts'
import type { Bed } from '#shared/terms.ts'
import { hashOf } from '#server/sign-in/secret.ts'
import { allBeds } from '#server/store/beds.ts'
import { addFeed, markFeed } from '#server/store/feeds.ts'
import type { Db } from '#server/store/store.ts'
import { command, type Sent } from './command.ts'
import { demoPersonId } from './people.ts'
import { type Seeded, seeded } from './seeded.ts'

const DAYS = 14
const DAY_MS = 24 * 3_600_000
/** Reports a day, about; and of the patients of today, the part that came in a day. */
const A_DAY = 2
const GROWTH = 0.011

/** Who said what before today: a slow rise to what the row says now. */
export function pastObservations(beds: readonly Beds[], random: Seeded): Observation[] {
  return beds.flatMap((row) =>
    Array.from({ length: DAYS * A_DAY }, (_, at) => {
      const days = (at + random.fraction() * 0.6) / A_DAY
      return observed(
        row,
        Date.parse(row.observedAt) - days * DAY_MS,
        at === 0 ? row : then(row, days, random),
      )
    }),
  )
}

function then(row: Beds, days: number, random: Seeded): BedFigures {
  const around = (random.fraction() - 0.5) * 0.9 * Math.sqrt(row.occupied)
  const operational = row.operational - Math.round(days / 6)
  const occupied = Math.min(operational, Math.max(0, Math.round(row.occupied * (1 - GROWTH * days) + around)))
  const crisis = Math.min(occupied, Math.max(0, Math.round(row.crisis * (1 - 4 * GROWTH * days))))
  return { ...figuresOf(row), operational, occupied, crisis, intakeStop: null }
}

const observed = (row: Beds, at: number, figures: BedFigures): Observation => {
  const moment = new Date(at).toISOString()
  return {
    ...figuresOf(figures),
    id: row.id,
    source: 'example',
    feed: null,
    observedAt: moment,
    reportedAt: moment,
    became: 'current',
    by: { role: 'bed-desk', org: row.hospital },
    reason: null,
    until: null,
    note: null,
  }
}

const FEED = 'lpz'

/** A source that nobody can send as: its token is nowhere. */
export async function layFeed(db: Db, now: Date): Promise<void> {
  const random = seeded(31)
  const created = new Date(now.getTime() - 40 * DAY_MS).toISOString()
  const id = random.uuid()
  const token_hash = hashOf(random.bytes(32).toString('hex'))
  await addFeed(db, {
    id,
    name: FEED,
    scope: 'nl',
    token_hash,
    created,
    created_by: demoPersonId('admin', 'brancard'),
  })
  await markFeed(db, id, ago(now, FEED_MINUTES), 146)
}

const ago = (now: Date, minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

const FEED_MINUTES = 12
const DISPUTED = { hospital: 'slingeland-doetinchem', bed: 'ward' } as const
const CORRECTED = { hospital: 'rivierenland-tiel', bed: 'ward' } as const

/** One moment each, by its person; the figures are those of that moment. */
export function bedTold(db: Db, now: Date): { at: string; make: () => Promise<Sent | null> }[] {
  const turn = (minutes: number, at: { hospital: string; bed: Bed }, make: (row: Beds) => Sent) => ({
    at: ago(now, minutes),
    make: async () => {
      const row = (await allBeds(db)).find(({ id }) => id === bedsId(at.hospital, at.bed))
      return row === undefined ? null : make(row)
    },
  })
  return [
    turn(52, DISPUTED, (row) =>
      command(demoPersonId('bed-desk', DISPUTED.hospital), 'beds.report', { ...DISPUTED, ...figuresOf(row) }),
    ),
    turn(FEED_MINUTES, DISPUTED, ({ operational, occupied }) =>
      command(SYSTEM.id, 'beds.observe', {
        ...DISPUTED,
        source: 'lpz',
        feed: FEED,
        observedAt: ago(now, FEED_MINUTES),
        operational,
        occupied: Math.max(0, occupied - 7),
      }),
    ),
    turn(130, CORRECTED, (row) =>
      command(demoPersonId('rcps', row.region), 'beds.correct', {
        ...CORRECTED,
        ...figuresOf(row),
        operational: row.operational + 4,
        reason: 'by-phone',
        note: 'Vier bedden van de dagbehandeling blijven vandaag open.',
        until: ago(now, -50),
      }),
    ),
  ]
}
