// What an empty demo database starts with: invented bed figures, now and of the weeks before, and the national phase. Called at start.
// Figures that grew old while the demo was off are reported anew.
import { bedsAudience } from '#shared/access/audience.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { instantAtWallTime, wallTimeAt } from '#shared/rides/amsterdam-clock.ts'
import { applyEvent } from '#shared/wire/event.ts'
import { registerAudience } from '#shared/wire/register.ts'
import { insertAudiences } from '#server/store/audience.ts'
import { allBeds, insertBeds, lockBeds, saveBeds } from '#server/store/beds.ts'
import { appendEvents, lockHead, type NewEvent } from '#server/store/events.ts'
import { savePhase } from '#server/store/phases.ts'
import { saveRegister } from '#server/store/register.ts'
import { saveObservations } from '#server/store/observations.ts'
import { insertFigures } from '#server/store/retention.ts'
import type { Store } from '#server/store/store.ts'
import { demoBeds } from './bed-figures.ts'
import { pastObservations } from './bed-told.ts'
import { layHistory } from './history.ts'
import { pastMoves } from './past-moves.ts'
import { demoFleet } from './fleet-lines.ts'
import { demoRegister } from './register-lines.ts'
import { type Seeded, seeded } from './seeded.ts'

/** True when the database was empty and is filled now; two servers that start at once fill it once. */
export function seedWhenEmpty(store: Store, now: Date, random: Seeded = seeded(1)): Promise<boolean> {
  return store.transaction(async (tx) => {
    await lockHead(tx)
    if ((await tx.db.selectFrom('beds').select('id').limit(1).execute()).length > 0) return false
    const beds = demoBeds(now, random)
    await insertBeds(tx, beds)
    await insertAudiences(
      tx,
      beds.map((row) => ({ subject: 'beds', id: row.id, after: bedsAudience(row) })),
    )
    for (const phase of [nationalPhase(now, random.uuid()), announcedPhase(now, random.uuid())]) {
      await savePhase(tx, phase)
      await insertAudiences(tx, [{ subject: 'phase', id: phase.id, after: ['all'] }])
    }
    const clock = (day: number, hour: number) => clockAt(now, day, hour)
    for (const row of [...demoRegister(clock, random), ...demoFleet(clock)]) {
      await saveRegister(tx, row, 0, now.toISOString())
      await insertAudiences(tx, [{ subject: 'register', id: row.id, after: registerAudience(row) }])
    }
    await layHistory(tx.db, now)
    await insertFigures(tx, pastMoves(now, seeded(19)))
    await saveObservations(tx.db, pastObservations(beds, seeded(29)))
    return true
  })
}

const RENEW_AFTER_HOURS = 12

/** Example figures expire like real ones; a demo that is started again the next day still has something to match. */
export function renewExamples(store: Store, now: Date, random: Seeded = seeded(3)): Promise<number> {
  const limit = new Date(now.getTime() - RENEW_AFTER_HOURS * 3_600_000).toISOString()
  return store.transaction(async (tx) => {
    const ids = (await allBeds(tx.db)).filter((row) => isOld(row, limit)).map(({ id }) => id)
    const old = (await lockBeds(tx, ids)).filter((row) => isOld(row, limit))
    const events = old.map((row) => renewed(row, now, random))
    for (const { event } of events) {
      const row = old.find(({ id }) => id === event.id)
      if (row !== undefined) await saveBeds(tx, applyEvent<Beds>(row, event), row.rev)
    }
    await appendEvents(tx, events)
    await layHistory(tx.db, now)
    return events.length
  })
}

const isOld = ({ source, reportedAt }: Beds, limit: string): boolean =>
  source === 'example' && reportedAt < limit

function renewed(row: Beds, now: Date, random: Seeded): NewEvent {
  const at = new Date(now.getTime() - random.between(5, 210) * 60_000).toISOString()
  return {
    event: {
      name: 'beds.reported',
      subject: 'beds',
      id: row.id,
      data: { observedAt: at, reportedAt: at },
      rev: row.rev + 1,
      transfer: null,
      at,
      entered: now.toISOString(),
      by: { role: 'system', org: row.hospital },
    },
    person: 'system',
    command: random.uuid(),
    audience: bedsAudience(row),
    shifts: [],
  }
}

/** An hour on Amsterdam's clock, so many days from today. */
function clockAt(now: Date, days: number, hour: number): string {
  const today = wallTimeAt(now.getTime())
  const then = { ...today, day: today.day + days, hour, minute: 0, second: 0 }
  return new Date(instantAtWallTime(then)).toISOString()
}

/** National since yesterday, eight o'clock. */
const nationalPhase = (now: Date, id: string): PhaseEntry => ({
  id,
  rev: 1,
  scope: 'national',
  from: '1b',
  phase: '2a',
  decidedBy: 'roaz-chairs',
  advice: [],
  reason: 'Voorbeeld: de regio’s vangen het niet meer alleen op.',
  announcedAt: clockAt(now, -1, 7),
  inForceFrom: clockAt(now, -1, 8),
})

/** The next step is announced for tomorrow, eight o'clock. */
const announcedPhase = (now: Date, id: string): PhaseEntry => ({
  id,
  rev: 1,
  scope: 'national',
  from: '2a',
  phase: '2b',
  decidedBy: 'db-lnaz',
  advice: [],
  reason: 'Voorbeeld: meer regio’s gebruiken hun BOSS-bedden.',
  announcedAt: new Date(now.getTime() - 90 * 60_000).toISOString(),
  inForceFrom: clockAt(now, 1, 8),
})
