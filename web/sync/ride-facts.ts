import { isActive } from '#shared/rides/ride.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Sealer } from './crypto.ts'
import { KEPT_MS } from './draft-store.ts'
import type { LocalDb } from './local-db.ts'

/** What the ride screen shows of the patient and whom to call, and nothing more. */
export type RideFacts = {
  clinical: Pick<Clinical, 'age' | 'sex' | 'isolation' | 'support' | 'flow' | 'fio2'> &
    // Not in what an earlier version kept.
    Partial<Pick<Clinical, 'treatmentLimits'>>
  contacts: Contacts | null
}
export type KeptFacts = { facts: RideFacts; savedAt: string }

/**
 * The facts of the crew's own ride, sealed, so that its screen works without signal after the phone was restarted.
 * They go with the ride, at sign-out, and after twelve hours.
 */
export function makeRideFacts(db: LocalDb, sealer: Sealer, person: string, clock: () => number) {
  const context = (transfer: string) => `ride:${transfer}`
  return {
    async load(transfer: string): Promise<KeptFacts | undefined> {
      const kept = await db.rideFacts.get([person, transfer])
      if (kept === undefined || clock() - Date.parse(kept.savedAt) > KEPT_MS) return undefined
      const facts = await sealer.unseal(kept.sealed, context(transfer))
      return facts === undefined ? undefined : { facts: facts as RideFacts, savedAt: kept.savedAt }
    },
    async save(transfer: string, facts: RideFacts): Promise<void> {
      const sealed = await sealer.seal(facts, context(transfer))
      await db.transaction('rw', db.rides, db.rideFacts, async () => {
        // The ride may have ended while the key was at work.
        if (!(await hasRide(db, transfer))) return
        await db.rideFacts.put({ person, transfer, sealed, savedAt: new Date(clock()).toISOString() })
      })
    },
    async clear(transfer: string): Promise<void> {
      await db.rideFacts.delete([person, transfer])
    },
    /** Of this person's rides that ended or went out of sight; of everyone's what is past its time. */
    async sweep(): Promise<void> {
      await db.transaction('rw', db.rides, db.meta, db.rideFacts, async () => {
        // Rows that were never laid in, or another person's, say nothing about this person's rides.
        const owner = (await db.meta.get('person'))?.value
        const known = owner === person && (await db.meta.get('epoch')) !== undefined
        for (const { person: of, transfer, savedAt } of await db.rideFacts.toArray()) {
          const isOver = known && of === person && !(await hasRide(db, transfer))
          if (isOver || clock() - Date.parse(savedAt) > KEPT_MS) await db.rideFacts.delete([of, transfer])
        }
      })
    },
  }
}

const hasRide = async (db: LocalDb, transfer: string): Promise<boolean> =>
  (await db.rides.where('transfer').equals(transfer).toArray()).some(isActive)
