// What an empty demo database starts with: invented bed figures and the national phase. Called at start.
import { bedsAudience } from '#shared/access/audience.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { instantAtWallTime, wallTimeAt } from '#shared/rides/amsterdam-clock.ts'
import { saveShift } from '#server/store/audience.ts'
import { saveBeds } from '#server/store/beds.ts'
import { lockHead } from '#server/store/events.ts'
import { savePhase } from '#server/store/phases.ts'
import type { Store } from '#server/store/store.ts'
import { demoBeds } from './bed-figures.ts'
import { type Seeded, seeded } from './seeded.ts'

/** True when the database was empty and is filled now; two servers that start at once fill it once. */
export function seedWhenEmpty(store: Store, now: Date, random: Seeded = seeded(1)): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockHead(tx)
    if ((await tx.db.selectFrom('beds').select('id').limit(1).execute()).length > 0) return false
    for (const beds of demoBeds(now, random)) {
      await saveBeds(tx, beds, 0)
      await saveShift(tx, { subject: 'beds', id: beds.id, before: [], after: bedsAudience(beds) })
    }
    const phase = nationalPhase(now, random.uuid())
    await savePhase(tx, phase)
    await saveShift(tx, { subject: 'phase', id: phase.id, before: [], after: ['all'] })
    return true
  })
}

/** National since yesterday, eight o'clock. */
function nationalPhase(now: Date, id: string): PhaseEntry {
  const today = wallTimeAt(now.getTime())
  const yesterday = { ...today, day: today.day - 1, minute: 0, second: 0 }
  const at = (hour: number) => new Date(instantAtWallTime({ ...yesterday, hour })).toISOString()
  return {
    id,
    rev: 1,
    scope: 'national',
    from: '1b',
    phase: '2a',
    decidedBy: 'roaz-chairs',
    advice: [],
    reason: 'Voorbeeld: de regio’s vangen het niet meer alleen op.',
    announcedAt: at(7),
    inForceFrom: at(8),
  }
}
