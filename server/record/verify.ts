// Reads the record and its chain from the oldest place on, and names every line that was changed, removed or put in
// afterwards. Called by scripts/audit-verify.ts.
import { sql } from 'kysely'
import { COLUMNS, type RecordRow } from '#server/store/record.ts'
import type { Db } from '#server/store/store.ts'
import { BEHIND, chainHead, FIRST_HASH, hashOf } from './seal.ts'

export type Fault = {
  /** The line's number; null where only its place in the chain is known. */
  line: number | null
  what: 'changed' | 'removed' | 'inserted' | 'place-removed' | 'other-checkpoint'
  /** Place in the chain. */
  n: number | null
}
export type Verified = { lines: number; unsealed: number; head: { n: number; hash: string }; faults: Fault[] }

const PAGE = 1000
const MAX_FAULTS = 50
/** A line takes at most this long from its time to its commit, and servers' clocks differ less. */
const LATE_MS = 60_000

type Place = { n: number; line: number; sealed: string; hash: string }

/** `expected`: the hash that a place had when somebody wrote it down, for who does not trust the chain's end. */
export async function verifyRecord(db: Db, expected: Record<number, string> = {}): Promise<Verified> {
  const faults: Fault[] = []
  const left = await db
    .selectFrom('record_checkpoints')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .executeTakeFirst()
  const at = { n: left?.n ?? 0, hash: left?.hash ?? FIRST_HASH, sealed: '', before: '' }
  let lines = 0
  for (;;) {
    const places = await placesAfter(db, at.n)
    if (places.length === 0 || faults.length >= MAX_FAULTS) break
    const rows = await linesOf(db, places)
    for (const place of places) {
      for (let n = at.n + 1; n < place.n; n += 1) faults.push({ line: null, what: 'place-removed', n })
      const fault = faultAt(place, rows.get(place.line), at)
      if (fault !== null) faults.push(fault)
      if (expected[place.n] !== undefined && expected[place.n] !== place.hash)
        faults.push({ line: place.line, what: 'other-checkpoint', n: place.n })
      // Each line is held against the hash that stands before it, so that one fault names one line.
      Object.assign(at, place.sealed === at.sealed ? {} : { before: at.sealed, sealed: place.sealed })
      Object.assign(at, { n: place.n, hash: place.hash })
      lines += 1
    }
  }
  const { inserted, unsealed } = await unchained(db, at.sealed)
  faults.push(...inserted.map((line): Fault => ({ line, what: 'inserted', n: null })))
  for (const n of Object.keys(expected).map(Number))
    if (n > at.n) faults.push({ line: null, what: 'place-removed', n })
  const { n, hash } = await chainHead(db)
  return { lines, unsealed, head: { n, hash }, faults: faults.slice(0, MAX_FAULTS) }
}

/** `before`: when the sealer ran the time before; a line older than that was not there then. */
function faultAt(
  { n, line: id, sealed, hash }: Place,
  line: RecordRow | undefined,
  at: { hash: string; sealed: string; before: string },
): Fault | null {
  if (line === undefined) return { line: id, what: 'removed', n }
  if (hashOf(at.hash, n, sealed, line) !== hash) return { line: id, what: 'changed', n }
  const before = sealed === at.sealed ? at.before : at.sealed
  return isLate(line.at, before) ? { line: id, what: 'inserted', n } : null
}

const isLate = (at: string, sealed: string): boolean =>
  sealed !== '' && Date.parse(at) < Date.parse(sealed) - LATE_MS

const placesAfter = (db: Db, n: number): Promise<Place[]> =>
  db.selectFrom('record_chain').selectAll().where('n', '>', n).orderBy('n').limit(PAGE).execute()

async function linesOf(db: Db, places: readonly Place[]): Promise<Map<number, RecordRow>> {
  const ids = places.map(({ line }) => line)
  const rows = await db.selectFrom('record_lines').select(COLUMNS).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Lines without a place: new ones wait for the sealer; older ones were not there when it passed. */
async function unchained(db: Db, sealed: string): Promise<{ inserted: number[]; unsealed: number }> {
  const { highest } = await chainHead(db)
  const rows = await db
    .selectFrom('record_lines')
    .select(['id', 'at'])
    .where(sql<boolean>`not exists (select 1 from record_chain where record_chain.line = record_lines.id)`)
    .orderBy('id')
    .execute()
  const inserted = rows.filter(({ id, at }) => id <= highest - BEHIND || isLate(at, sealed))
  return { inserted: inserted.map(({ id }) => id), unsealed: rows.length - inserted.length }
}
