// The record's own end: after five years its lines leave by whole sealed days, and the chain goes on from a checkpoint
// that stays. Called by retention.ts.
import { SYSTEM } from '#shared/access/parties.ts'
import { BY_ITSELF, OTHER_ACTS } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import { RECORD_YEARS } from '#shared/retention/decide-purge.ts'
import { chainHead } from '#server/record/seal.ts'
import { saveAct } from '#server/store/record.ts'
import type { Store } from '#server/store/store.ts'

/** The first moment of the day five years ago, UTC: what was sealed before it may leave. */
export function leavesBefore(now: string): string {
  const day = new Date(`${now.slice(0, 10)}T00:00:00.000Z`)
  day.setUTCFullYear(day.getUTCFullYear() - RECORD_YEARS)
  return day.toISOString()
}

/** Gives how many lines left. */
export function leaveDays(store: Store, now: string): Promise<number> {
  const before = leavesBefore(now)
  return store.transaction(async ({ db }) => {
    const last = await db
      .selectFrom('record_chain')
      .select(['n', 'hash', 'sealed'])
      .where('sealed', '<', before)
      .orderBy('n', 'desc')
      .executeTakeFirst()
    if (last === undefined) return 0
    const { lines } = await db
      .selectFrom('record_chain')
      .select((of) => of.fn.countAll().as('lines'))
      .where('n', '<=', last.n)
      .executeTakeFirstOrThrow()
    const through = last.sealed.slice(0, 10)
    await db
      .insertInto('record_checkpoints')
      .values({ n: last.n, through, hash: last.hash, lines: Number(lines), at: now })
      .execute()
    const places = db.selectFrom('record_chain').select('line').where('n', '<=', last.n)
    await db.deleteFrom('record_lines').where('id', 'in', places).execute()
    await db.deleteFrom('record_chain').where('n', '<=', last.n).execute()
    const happened = { at: now, person: SYSTEM, via: BY_ITSELF }
    const about = { subject: 'record', subjectId: `through ${through}` } as const
    await saveAct(db, otherAct(happened, 'record.sealed-days', OTHER_ACTS['record.sealed-days'], about))
    return Number(lines)
  })
}

/** For the log: who keeps it elsewhere can tell a chain that was written anew. */
export async function headLine({ query }: Store): Promise<string> {
  const { n, hash } = await chainHead(query)
  return `${n}:${hash}`
}
