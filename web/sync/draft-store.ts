import type { Sealer } from './crypto.ts'
import type { LocalDb } from './local-db.ts'

export const KEPT_MS = 12 * 3_600_000

/** What a person typed and did not send: sealed, under its own name, for twelve hours. */
export function makeDrafts(db: LocalDb, sealer: Sealer, person: string, clock: () => number) {
  return {
    async load(key: string): Promise<unknown> {
      const draft = await db.drafts.get([person, key])
      if (draft === undefined) return undefined
      if (clock() - Date.parse(draft.savedAt) > KEPT_MS) {
        await db.drafts.delete([person, key])
        return undefined
      }
      return sealer.unseal(draft.sealed, `draft:${key}`)
    },
    async save(key: string, value: unknown): Promise<void> {
      const sealed = await sealer.seal(value, `draft:${key}`)
      await db.drafts.put({ person, key, sealed, savedAt: new Date(clock()).toISOString() })
    },
    async clear(key: string): Promise<void> {
      await db.drafts.delete([person, key])
    },
    /** Everyone's: what is past its time may not stay on the phone. */
    async sweep(): Promise<void> {
      const before = clock() - KEPT_MS
      for (const table of [db.drafts, db.rideFacts])
        await table.filter(({ savedAt }) => Date.parse(savedAt) < before).delete()
    },
  }
}

export type Drafts = ReturnType<typeof makeDrafts>
