// Who is signed in: a token's hash, never the token. Used by server/http/session.ts.
import type { Db } from './store.ts'

export type SessionRow = { token_hash: string; person: string; created: string; expires: string }

export async function saveSession(db: Db, session: SessionRow): Promise<void> {
  await db.deleteFrom('sessions').where('expires', '<', session.created).execute()
  await db.insertInto('sessions').values(session).execute()
}

export async function loadSession(db: Db, tokenHash: string, now: string): Promise<SessionRow | null> {
  const found = await db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires', '>', now)
    .executeTakeFirst()
  return found ?? null
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}
