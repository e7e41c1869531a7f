// URA numbers of organisations, as an administrator entered them; those of a provider's configuration stand there.
// Used by server/http/organisations.ts and at sign-in.
import type { Db, Tx } from './store.ts'

/** URA → our organisation. */
export async function urasOf(db: Db): Promise<Record<string, string>> {
  const rows = await db.selectFrom('uras').select(['ura', 'org']).orderBy('ura').execute()
  return Object.fromEntries(rows.map(({ ura, org }) => [ura, org]))
}

/** Null: none any more. Throws a conflict where another organisation has it. */
export async function setUra({ db }: Tx, org: string, ura: string | null, changed: string): Promise<void> {
  if (ura === null) await db.deleteFrom('uras').where('org', '=', org).execute()
  else
    await db
      .insertInto('uras')
      .values({ org, ura, changed })
      .onConflict((conflict) => conflict.column('org').doUpdateSet({ ura, changed }))
      .execute()
}
