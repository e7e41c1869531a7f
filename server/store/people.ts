// The people who may sign in, their roles at organisations and the identities their hospital's provider knows them by.
// Used by server/sign-in and by the admin's routes.
import type { Membership } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import type { Db, Tx } from './store.ts'

export type PersonRow = { id: string; label: string; created: string; disabled: string | null }
export type StoredPerson = PersonRow & { memberships: Membership[] }

export async function savePerson({ db }: Tx, person: PersonRow): Promise<void> {
  await db.insertInto('people').values(person).execute()
}

export async function loadPerson(db: Db, id: string): Promise<StoredPerson | null> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ...row, memberships: (await membershipsOf(db, [id])).get(id) ?? [] }
}

export async function nobodyYet(db: Db): Promise<boolean> {
  return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Whoever administers this organisation and is not disabled; nobody changes that until the commit. */
export async function adminsOf({ db, lock }: Tx, org: string): Promise<string[]> {
  const held = db
    .selectFrom('memberships')
    .select('person')
    .where('role', '=', 'admin')
    .where('org', '=', org)
  await lock(held).execute()
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('disabled', 'is', null)
    .where('id', 'in', held)
    .execute()
  return rows.map(({ id }) => id)
}

/** `orgs` null: everybody; else who holds a role at one of these, and nowhere else. */
export type PeopleAsked = { words: string; orgs: readonly string[] | null; after: string; limit: number }

/** By label, then id; `after` is the last one of the page before: `label\nid`. */
export async function listPeople(
  db: Db,
  { words, orgs, after, limit }: PeopleAsked,
): Promise<StoredPerson[]> {
  const [label = '', id = ''] = after.split('\n')
  let query = db
    .selectFrom('people')
    .selectAll()
    .where(({ eb, and, or }) =>
      or([eb('label', '>', label), and([eb('label', '=', label), eb('id', '>', id)])]),
    )
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8))
    query = query.where(({ eb, fn, val }) =>
      eb(fn('lower', ['label']), 'like', val(`%${word.replace(/[\\%_]/g, '')}%`)),
    )
  if (orgs !== null)
    query = query
      .where('people.id', 'in', (eb) =>
        eb.selectFrom('memberships').select('person').where('org', 'in', orgs),
      )
      .where('people.id', 'not in', (eb) =>
        eb.selectFrom('memberships').select('person').where('org', 'not in', orgs),
      )
  const rows = await query.orderBy('label').orderBy('id').limit(limit).execute()
  const held = await membershipsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, memberships: held.get(row.id) ?? [] }))
}

/** `source`: who gave them: an admin, or the provider that said so at the last sign-in. */
export async function replaceMemberships(
  { db }: Tx,
  person: string,
  source: string,
  memberships: readonly Membership[],
): Promise<void> {
  await db.deleteFrom('memberships').where('person', '=', person).where('source', '=', source).execute()
  if (memberships.length === 0) return
  const rows = memberships.map(({ role, org, deputy }) => ({
    person,
    role,
    org,
    source,
    deputy: deputy === true ? 1 : 0,
  }))
  await db.insertInto('memberships').values(rows).execute()
}

export async function setDisabled({ db }: Tx, person: string, disabled: string | null): Promise<void> {
  await db.updateTable('people').set({ disabled }).where('id', '=', person).execute()
}

export type IdentityKey = { issuer: string; subject: string }

export async function personOfIdentity(db: Db, { issuer, subject }: IdentityKey): Promise<string | null> {
  const row = await db
    .selectFrom('identities')
    .select('person')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person ?? null
}

export async function saveIdentity(
  { db }: Tx,
  identity: IdentityKey & { person: string; provider: string; created: string },
): Promise<void> {
  await db.insertInto('identities').values(identity).execute()
}

export async function identitiesOf(db: Db, person: string): Promise<string[]> {
  const rows = await db.selectFrom('identities').select('provider').where('person', '=', person).execute()
  return rows.map(({ provider }) => provider)
}

export type Counts = { passkeys: number; providers: string[]; sessions: number }

/** Which ways in each has, and how many sessions stand. */
export async function countsOf(db: Db, people: readonly string[], now: string): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  if (people.length === 0) return counts
  const of = (person: string): Counts => {
    const known = counts.get(person) ?? { passkeys: 0, providers: [], sessions: 0 }
    counts.set(person, known)
    return known
  }
  const passkeys = await db.selectFrom('passkeys').select('person').where('person', 'in', people).execute()
  const sessions = await db
    .selectFrom('sessions')
    .select('person')
    .where('person', 'in', people)
    .where('expires', '>', now)
    .execute()
  const identities = await db
    .selectFrom('identities')
    .select(['person', 'provider'])
    .where('person', 'in', people)
    .execute()
  for (const { person } of passkeys) of(person).passkeys += 1
  for (const { person } of sessions) of(person).sessions += 1
  for (const { person, provider } of identities) of(person).providers.push(provider)
  return counts
}

/** Those of the provider and those of an admin count once; who is disabled keeps them for later. */
export async function membershipsOf(db: Db, people: readonly string[]): Promise<Map<string, Membership[]>> {
  const held = new Map<string, Membership[]>()
  if (people.length === 0) return held
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('person', 'in', people)
    .orderBy('role')
    .orderBy('org')
    .orderBy('source')
    .execute()
  for (const { person, role, org, deputy } of rows) {
    const own = held.get(person) ?? []
    if (own.some((known) => known.role === role && known.org === org)) continue
    own.push({ role: role as Role, org, ...(deputy === 1 ? { deputy: true as const } : {}) })
    held.set(person, own)
  }
  return held
}
