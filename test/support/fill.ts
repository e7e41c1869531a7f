// Lays bed figures and a phase in an empty database, as the demo's start does. Used by server.ts, the faults and the
// bench.
import { bedsAudience } from '#shared/access/audience.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Phase } from '#shared/terms.ts'
import { insertAudiences } from '#server/store/audience.ts'
import { insertBeds } from '#server/store/beds.ts'
import { savePhase } from '#server/store/phases.ts'
import type { Store } from '#server/store/store.ts'
import { inPhase } from './builders.ts'

export async function fill(store: Store, beds: readonly Beds[], phase: Phase): Promise<void> {
  await store.transaction(async (tx) => {
    const phases = inPhase(phase)
    await insertBeds(tx, beds)
    for (const entry of phases) await savePhase(tx, entry)
    await insertAudiences(tx, [
      ...beds.map((row) => ({ subject: 'beds' as const, id: row.id, after: bedsAudience(row) })),
      ...phases.map(({ id }) => ({ subject: 'phase' as const, id, after: ['all'] })),
    ])
  })
}
