// Lines of the register (shared/wire/register.ts) in the database. Used by the hinge, the reads that need a list, and
// what lays in first rows.
import type { Help } from '#shared/transport/help.ts'
import type { ListName, Register, RegisterBase, RegisterRow } from '#shared/wire/register.ts'
import { fixedRows } from './fixed.ts'
import { byId } from './load-row.ts'
import { expectOne, flag } from './save-row.ts'
import type { Db, Tx } from './store.ts'
import { untoldIn } from './untold.ts'

const live = fixedRows((db, rows: { list: ListName }[]) =>
  db
    .selectFrom('register')
    .select('row')
    .where(
      'list',
      'in',
      rows.map(({ list }) => list),
    )
    .where('live', '=', 1)
    .orderBy('written')
    .orderBy('id'),
)
/** Those lists' rows that are not over, in the order they were written. */
export async function registerOf<L extends ListName>(db: Db, lists: readonly L[]): Promise<Register[L][]> {
  if (lists.length === 0) return []
  const { rows } = await live(
    db,
    lists.map((list) => ({ list })),
  )
  return rows.map(({ row }) => JSON.parse(row) as Register[L])
}

export const loadRegister = byId<RegisterRow>('register')

/** Somebody is asked for an answer. */
const rings = (row: RegisterBase): boolean => row.list === 'help' && (row as Help).state === 'open'

/** Requests for help of which the devices of those asked are to be told. */
export const untoldHelp = untoldIn<Help>('register')

/** `before`: the rev it was decided on, 0 for a new row. Throws RowMoved where another was first. */
export async function saveRegister(
  { db }: Tx,
  row: RegisterBase,
  before: number,
  written: string,
): Promise<void> {
  const { id, rev, list, over = false } = row
  const columns = { rev, live: flag(!over), untold: flag(rings(row)), row: JSON.stringify(row) }
  if (before === 0)
    await db
      .insertInto('register')
      .values({ id, list, written, ...columns })
      .execute()
  else {
    const { numUpdatedRows } = await db
      .updateTable('register')
      .set(columns)
      .where('id', '=', id)
      .where('rev', '=', before)
      .executeTakeFirstOrThrow()
    expectOne(numUpdatedRows)
  }
}
