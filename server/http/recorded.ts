// What a read leaves in the record, in the transaction that reads: what cannot be recorded is not told. Used by every
// route that gives out transfers.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Act, OtherAct, Via } from '#shared/record/act.ts'
import { listAct, otherAct, readAct } from '#shared/record/acts.ts'
import type { Problem } from '#shared/wire/reads.ts'
import type { RefusalCode } from '#shared/wire/refusal.ts'
import { saveAct } from '#server/store/record.ts'
import type { Db } from '#server/store/store.ts'
import { addressOf } from './address.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

/** Enough of the hash to tell sessions apart; it opens nothing. */
const SESSION_LETTERS = 16

export const viaOf = (parts: AppParts, c: Context<AppEnv>): Via => ({
  session: c.get('signedIn').tokenHash.slice(0, SESSION_LETTERS),
  request: c.get('request'),
  address: addressOf(c, parts),
})

export const happenedOf = (parts: AppParts, c: Context<AppEnv>) => ({
  at: parts.hinge.now().toISOString(),
  person: c.get('signedIn').person,
  via: viaOf(parts, c),
})
type Happened = ReturnType<typeof happenedOf>

/** `act`: the line, once it is known what was read. */
export function readRecorded<T>(
  parts: AppParts,
  c: Context<AppEnv>,
  read: (db: Db) => Promise<T>,
  act: (happened: Happened, read: T) => Act,
): Promise<T> {
  const happened = happenedOf(parts, c)
  return parts.hinge.store.reading(async ({ db }) => {
    const found = await read(db)
    await saveAct(db, act(happened, found))
    return found
  })
}

/** Figures that name no transfer. */
export const readFigures = <T>(
  parts: AppParts,
  c: Context<AppEnv>,
  read: (db: Db) => Promise<T>,
): Promise<T> => readRecorded(parts, c, read, (happened) => listAct(happened, 'report.read', []))

/** An administrator's look at people, organisations or the set-up: recorded before it is given, refused ones too. */
export const recordRead = (parts: AppParts, event: `access.read-${string}`) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const id = c.req.param('id') ?? null
    const refused = c.res.ok ? null : ((await c.res.clone().json()) as Problem).code
    await saveAct(
      parts.hinge.store.query,
      otherAct(happenedOf(parts, c), event, 'R', {
        outcome: refused === null ? 'done' : 'refused',
        reason: refused,
        subject: id === null ? 'list' : 'person',
        subjectId: id?.slice(0, 100) ?? null,
      }),
    )
  })

/** A read of one transfer that this person may see. */
export const readTransfer = <T>(
  parts: AppParts,
  c: Context<AppEnv>,
  event: OtherAct,
  read: (db: Db) => Promise<T>,
): Promise<T> =>
  readRecorded(parts, c, read, (happened) => {
    const transfer = c.get('transfer')
    return readAct(happened, event, { id: transfer.id, transfer })
  })

/** A read of one transfer that was refused, whether it exists or not. */
export async function refuseRead(
  parts: AppParts,
  c: Context<AppEnv>,
  event: OtherAct,
  refused: RefusalCode,
): Promise<Response> {
  const asked = { id: (c.req.param('id') ?? '').slice(0, 40), transfer: c.get('transfer') ?? null, refused }
  const act = readAct(happenedOf(parts, c), event, asked)
  await parts.hinge.store.reading(({ db }) => saveAct(db, act))
  return problem(c, { code: refused })
}
