// The sealer: chains the lines of the record that are not chained yet, at least every five seconds, so that a changed,
// removed or inserted line shows. One at a time over all servers. Started by start.ts; verify.ts reads the chain.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { log } from '#server/log.ts'
import { COLUMNS, type RecordRow } from '#server/store/record.ts'
import type { Db, Store, Tx } from '#server/store/store.ts'

export const SEAL_EVERY_MS = 4000
/** Any fixed number: it names the advisory lock of the sealer. */
const LOCK = 7_391_045
const BATCH = 1000
/**
 * Numbers are drawn at the insert and shown at the commit: a line may show up behind later ones. No transaction lives
 * long enough to fall this many lines behind.
 */
export const BEHIND = 10_000

export const FIRST_HASH = '0'.repeat(64)

/** `previous`: the hash of the place before. */
export const hashOf = (previous: string, n: number, sealed: string, line: RecordRow): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, n, sealed, ...COLUMNS.map((column) => line[column])]))
    .digest('hex')

export type Head = { n: number; hash: string; highest: number }

/** The end of the chain, or of what has left of it. */
export async function chainHead(db: Db): Promise<Head> {
  const last = await db
    .selectFrom('record_chain')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .executeTakeFirst()
  const left = await db
    .selectFrom('record_checkpoints')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .executeTakeFirst()
  const { highest } = await db
    .selectFrom('record_chain')
    .select((of) => of.fn.max('line').as('highest'))
    .executeTakeFirstOrThrow()
  const end = last ?? left ?? { n: 0, hash: FIRST_HASH }
  return { n: end.n, hash: end.hash, highest: Number(highest ?? 0) }
}

/** Chains what there is; gives how many lines. Null when another server is at it. */
export function seal(store: Store, now: string): Promise<number | null> {
  return store.transaction(async (tx) => {
    if (store.dialect === 'postgres') {
      const { rows } = await sql<{ mine: boolean }>`
        select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx.db)
      if (rows[0]?.mine !== true) return null
    }
    let head = await chainHead(tx.db)
    const from = head.highest - BEHIND
    for (let count = 0; ; ) {
      const lines = await unchained(tx.db, from)
      if (lines.length === 0) return count
      head = await chain(tx, head, lines, now)
      count += lines.length
    }
  })
}

const unchained = (db: Db, from: number): Promise<RecordRow[]> =>
  db
    .selectFrom('record_lines')
    .select(COLUMNS)
    .where('id', '>', from)
    .where(sql<boolean>`not exists (select 1 from record_chain where record_chain.line = record_lines.id)`)
    .orderBy('id')
    .limit(BATCH)
    .execute()

async function chain(
  { db }: Tx,
  { n, hash }: Head,
  lines: readonly RecordRow[],
  sealed: string,
): Promise<Head> {
  const places: { n: number; line: number; sealed: string; hash: string }[] = []
  let previous = hash
  for (const line of lines) {
    const place = n + places.length + 1
    previous = hashOf(previous, place, sealed, line)
    places.push({ n: place, line: line.id, sealed, hash: previous })
  }
  await db.insertInto('record_chain').values(places).execute()
  return { n: n + places.length, hash: previous, highest: Number.NaN }
}

export type Sealer = { close: () => Promise<void> }

export function startSealer(store: Store, now: () => Date, everyMs = SEAL_EVERY_MS): Sealer {
  let running: Promise<unknown> | null = null
  const once = () => {
    running ??= seal(store, now().toISOString())
      // An outage of the database: the next round finds the same lines.
      .catch((error: unknown) => log.error({ err: error }, 'the record could not be sealed'))
      .finally(() => {
        running = null
      })
  }
  const timer = setInterval(once, everyMs)
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
