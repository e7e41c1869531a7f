// A database is for the demo or for real, from its first start on: neither opens the other's. Called by main.ts.
import { StartError, type Store } from '#server/store/store.ts'

export type Purpose = 'demo' | 'serve'

/** Throws a StartError when the database serves the other purpose. One of before purposes were kept is the demo's. */
export async function claimPurpose({ query }: Store, wanted: Purpose): Promise<void> {
  const isEmpty =
    (await query.selectFrom('beds').select('id').limit(1).executeTakeFirst()) === undefined &&
    (await query.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined
  await query
    .insertInto('meta')
    .values({ name: 'purpose', value: isEmpty ? wanted : 'demo' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await query
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'purpose')
    .executeTakeFirstOrThrow()
  if (value !== wanted)
    throw new StartError(
      wanted === 'demo'
        ? 'deze database is in echt gebruik; de demo wil een eigen, lege database'
        : 'deze database is van de demo; echt gebruik wil een eigen, lege database',
    )
}
