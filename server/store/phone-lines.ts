// Phone lines of functions at organisations, and how many people hold each. Used by server/http.
import type { LineOf, OrgLine } from '#shared/transfers/lines-for.ts'
import type { Role } from '#shared/terms.ts'
import type { Db, Tx } from './store.ts'

/** In the order asked. */
export async function phoneLinesOf(db: Db, asked: readonly LineOf[]): Promise<OrgLine[]> {
  if (asked.length === 0) return []
  const orgs = [...new Set(asked.map(({ org }) => org))]
  const rows = await db.selectFrom('phone_lines').selectAll().where('org', 'in', orgs).execute()
  return asked.flatMap(({ org, role }) =>
    rows
      .filter((row) => row.org === org && row.role === role)
      .map(({ phone }): OrgLine => ({ org, role, phone })),
  )
}

/** Null: none any more. */
export async function setPhoneLine(
  { db }: Tx,
  { org, role }: LineOf,
  phone: string | null,
  changed: string,
): Promise<void> {
  await db.deleteFrom('phone_lines').where('org', '=', org).where('role', '=', role).execute()
  if (phone !== null) await db.insertInto('phone_lines').values({ org, role, phone, changed }).execute()
}

export type Holder = { person: string; org: string; role: Role; deputy: boolean }

/** Each person once for each role; an administrator's word and a provider's may both say deputy. */
export async function holdersOf(db: Db, orgs: readonly string[]): Promise<Holder[]> {
  if (orgs.length === 0) return []
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select(({ fn }) => ['person', 'org', 'role', fn.min('deputy').as('deputy')])
    .where('people.disabled', 'is', null)
    .where('org', 'in', orgs)
    .groupBy(['person', 'org', 'role'])
    .execute()
  return rows.map(({ person, org, role, deputy }) => ({
    person,
    org,
    role: role as Role,
    deputy: Number(deputy) === 1,
  }))
}
