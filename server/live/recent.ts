// The last events as bytes, kept so that viewers who come back together after a break do not each read the table.
// Used by live.ts.
import type { StoredEvent } from '#server/store/events.ts'
import type { Db } from '#server/store/store.ts'
import { type Prepared, prepare } from './prepare.ts'

export const KEPT = 256

export class Recent {
  private kept: { stored: StoredEvent; prepared: Prepared }[] = []

  constructor(stored: readonly StoredEvent[], prepared: readonly Prepared[]) {
    this.add(stored, prepared)
  }

  /** Follows on what is kept; a gap forgets the older ones. */
  add(stored: readonly StoredEvent[], prepared: readonly Prepared[]): void {
    const first = stored[0]
    if (first === undefined) return
    const last = this.kept.at(-1)
    const before = last !== undefined && last.stored.seq + 1 === first.seq ? this.kept : []
    const fresh = stored.flatMap((one, n) => {
      const bytes = prepared[n]
      return bytes === undefined ? [] : [{ stored: one, prepared: bytes }]
    })
    this.kept = [...before, ...fresh].slice(-KEPT)
  }

  clear(): void {
    this.kept = []
  }

  /** All after this number; null where they are not all kept. Rows and who may see them are read anew. */
  async after(db: Db, seq: number): Promise<Prepared[] | null> {
    const first = this.kept[0]
    if (first === undefined || first.stored.seq > seq + 1) return null
    const wanted = this.kept.filter(({ stored }) => stored.seq > seq)
    return Promise.all(
      wanted.map(({ stored, prepared }) =>
        stored.shifts.length === 0 ? prepared : prepare(db, stored, true),
      ),
    )
  }
}
