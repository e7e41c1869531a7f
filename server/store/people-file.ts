// Many people at once: who of them is there already, and writing them. Used by server/sign-in/import-people.ts.
import type { Membership } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import type { IdentityKey, PersonRow } from './people.ts'
import type { Db, Tx } from './store.ts'

/** Bound values in one statement stay far below what either database takes. */
const CHUNK = 500

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}

/** `given`: the roles an administrator gave; what a provider says stands beside them. */
export type KnownPerson = { label: string; disabled: boolean; admin: boolean; given: Membership[] }

export async function knownPeople(db: Db, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>()
  for (const some of chunks(ids)) {
    const people = await db.selectFrom('people').selectAll().where('id', 'in', some).execute()
    for (const { id, label, disabled } of people)
      known.set(id, { label, disabled: disabled !== null, admin: false, given: [] })
    const held = await db.selectFrom('memberships').selectAll().where('person', 'in', some).execute()
    for (const { person, role, org, source, deputy } of held) {
      const one = known.get(person)
      if (one === undefined) continue
      if (role === 'admin') one.admin = true
      if (source === 'admin')
        one.given.push({ role: role as Role, org, ...(deputy === 1 ? { deputy: true as const } : {}) })
    }
  }
  return known
}

/** Subject → person. */
export async function peopleOfIssuer(
  db: Db,
  issuer: string,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of chunks(subjects)) {
    const rows = await db
      .selectFrom('identities')
      .select(['subject', 'person'])
      .where('issuer', '=', issuer)
      .where('subject', 'in', some)
      .execute()
    for (const { subject, person } of rows) found.set(subject, person)
  }
  return found
}

type Identity = IdentityKey & { person: string; provider: string; created: string }

export async function addPeople({ db }: Tx, people: readonly PersonRow[]): Promise<void> {
  for (const some of chunks(people)) await db.insertInto('people').values(some).execute()
}

export async function addIdentities({ db }: Tx, identities: readonly Identity[]): Promise<void> {
  for (const some of chunks(identities)) await db.insertInto('identities').values(some).execute()
}

/** The roles an administrator gave, all anew. */
export async function giveAll(
  { db }: Tx,
  people: readonly { id: string; memberships: readonly Membership[] }[],
): Promise<void> {
  for (const some of chunks(people)) {
    const ids = some.map(({ id }) => id)
    await db.deleteFrom('memberships').where('person', 'in', ids).where('source', '=', 'admin').execute()
  }
  const rows = people.flatMap(({ id, memberships }) =>
    memberships.map(({ role, org, deputy }) => ({
      person: id,
      role,
      org,
      source: 'admin',
      deputy: deputy === true ? 1 : 0,
    })),
  )
  for (const some of chunks(rows)) await db.insertInto('memberships').values(some).execute()
}

export async function rename({ db }: Tx, people: readonly { id: string; label: string }[]): Promise<void> {
  for (const { id, label } of people)
    await db.updateTable('people').set({ label }).where('id', '=', id).execute()
}

export async function endSessionsOfAll({ db }: Tx, people: readonly string[]): Promise<void> {
  for (const some of chunks(people)) await db.deleteFrom('sessions').where('person', 'in', some).execute()
}
