// Who is signed in: a token's hash, never the token; when the person last did something, and last showed a passkey.
// Used by server/sign-in/sessions.ts and server/http/session.ts.
import { fixed } from './fixed.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

export type SessionRow = Tables['sessions']

/** What ran out stays this long: an alert that rang in it then is due (shared/alerts/due.ts). */
const LAPSED_MS = 12 * 3_600_000

export async function saveSession(db: Db, session: SessionRow): Promise<void> {
  const before = new Date(Date.parse(session.created) - LAPSED_MS).toISOString()
  await db.deleteFrom('sessions').where('expires', '<', before).execute()
  await db.insertInto('sessions').values(session).execute()
}

const found = fixed((db, { tokenHash, now }: { tokenHash: string; now: string }) =>
  db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).where('expires', '>', now),
)

export async function loadSession(db: Db, tokenHash: string, now: string): Promise<SessionRow | null> {
  const { rows } = await found(db, { tokenHash, now })
  return rows[0] ?? null
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** The newest first. */
export const sessionsOf = (db: Db, person: string, now: string): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('person', '=', person)
    .where('expires', '>', now)
    .orderBy('created', 'desc')
    .execute()

/** Ends one session of a person by its id; false when there is none. */
export async function endSession(db: Db, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('person', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Gives how many there were. */
export async function endSessionsOf(db: Db, person: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('sessions').where('person', '=', person).executeTakeFirst()
  return Number(numDeletedRows)
}

export async function changeSession(
  db: Db,
  id: string,
  change: Partial<Pick<SessionRow, 'seen' | 'locked' | 'fresh' | 'token_hash'>>,
): Promise<void> {
  await db.updateTable('sessions').set(change).where('id', '=', id).execute()
}

/** Of these, the ones that still stand. */
export async function standing(db: Db, tokenHashes: readonly string[], now: string): Promise<Set<string>> {
  if (tokenHashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('sessions')
    .select('token_hash')
    .where('token_hash', 'in', tokenHashes)
    .where('expires', '>', now)
    .execute()
  return new Set(rows.map(({ token_hash }) => token_hash))
}

/** Whose every session ran out, the last of them after `since`: person and when. */
export async function lapsedSince(db: Db, since: string, now: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sessions')
    .select(({ fn }) => ['person', fn.max('expires').as('at')])
    .where('expires', '>', since)
    .groupBy('person')
    .having(({ fn }) => fn.max('expires'), '<=', now)
    .execute()
  return new Map(rows.map(({ person, at }) => [person, at]))
}

/** Whoever has a session. */
export async function peoplePresent(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('person')
    .distinct()
    .where('expires', '>', now)
    .execute()
  return rows.map(({ person }) => person)
}
