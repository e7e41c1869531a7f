// The wanted movements of the demo's day, published by its LCPS before the morning's first request: what the rule
// proposes on the invented figures, no more than the day can drive. Used by morning.ts.
import { dayOf } from '#shared/calendar-day.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import { proposeWishes } from '#shared/wishes/propose-wishes.ts'
import { wishInput } from '#shared/wishes/wish-facts.ts'
import { allBeds } from '#server/store/beds.ts'
import { allPhases } from '#server/store/phases.ts'
import type { Db } from '#server/store/store.ts'
import { command, type Sent } from './command.ts'
import { demoPersonId } from './people.ts'
import type { Seeded } from './seeded.ts'

/** Before the first request of the morning. */
const HOURS_BEFORE = 7
const MOST: Record<Bed, number> = { ic: 14, ward: 18 }

/** `at`: when; a morning that began yesterday has a picture of both days. */
export async function demoWishes(db: Db, now: Date, random: Seeded): Promise<{ at: string; sent: Sent }[]> {
  const at = new Date(now.getTime() - HOURS_BEFORE * 3_600_000).toISOString()
  const facts = { open: [], beds: await allBeds(db), phases: await allPhases(db), exempt: [] }
  const days = [...new Set([dayOf(at), dayOf(now.getTime())])]
  return days.flatMap((day) =>
    BEDS.map((bed) => {
      const { pairs } = proposeWishes(wishInput(facts, { day, bed, now: now.toISOString(), most: MOST[bed] }))
      const sent = command(demoPersonId('lcps', 'nl'), 'wish.publish', {
        wish: random.uuid(),
        day,
        bed,
        base: 0,
        pairs: pairs.map(({ from, to, patients }) => ({ from, to, wanted: patients, proposed: patients })),
      })
      return { at, sent }
    }),
  )
}
