// What may be used once and not for long: invitations, challenges of a passkey, sign-ins under way at a provider. Only
// hashes are kept. Used by server/sign-in.
import type { Db } from './store.ts'

export type SingleUse = {
  hash: string
  purpose: 'invite' | 'setup' | 'register' | 'sign-in' | 'fresh' | 'provider'
  /** Whom it is for, as far as that is known. */
  person: string | null
  /** What it was given out for: the invitation, the session, or where to go after. */
  bound: string
  created: string
  expires: string
}

export async function saveSingleUse(db: Db, row: SingleUse): Promise<void> {
  await db.deleteFrom('single_use').where('expires', '<', row.created).execute()
  await db.insertInto('single_use').values(row).execute()
}

/** Looks without using it up. */
export async function peekSingleUse(
  db: Db,
  hash: string,
  purposes: readonly SingleUse['purpose'][],
  now: string,
): Promise<SingleUse | null> {
  const row = await db
    .selectFrom('single_use')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', 'in', purposes)
    .where('expires', '>', now)
    .executeTakeFirst()
  return (row as SingleUse | undefined) ?? null
}

/** Of two who use it at once, one gets it. */
export async function takeSingleUse(
  db: Db,
  hash: string,
  purpose: SingleUse['purpose'],
  now: string,
): Promise<SingleUse | null> {
  const row = await db
    .deleteFrom('single_use')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .returningAll()
    .executeTakeFirst()
  return row === undefined || row.expires <= now ? null : (row as SingleUse)
}

/** A new invitation ends the one before. */
export async function dropInvites(db: Db, person: string | null): Promise<void> {
  const all = db.deleteFrom('single_use')
  await (person === null
    ? all.where('purpose', '=', 'setup')
    : all.where('purpose', '=', 'invite').where('person', '=', person)
  ).execute()
}

/** Person → until when the invitation stands. */
export async function openInvites(
  db: Db,
  people: readonly string[],
  now: string,
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('single_use')
    .select(['person', 'expires'])
    .where('purpose', '=', 'invite')
    .where('person', 'in', people)
    .where('expires', '>', now)
    .execute()
  return new Map(rows.map(({ person, expires }) => [person ?? '', expires]))
}
