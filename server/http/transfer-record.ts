// Who did and saw what with one transfer, for its parties; and the letter, whose printing or handing out counts as
// taking it over. Mounted by transfers.ts.
import type { Handler } from 'hono'
import { toldRecord } from '#shared/record/told.ts'
import type { Letter, RecordView } from '#shared/wire/reads.ts'
import { RECORD_PAGE, recordOf } from '#server/store/record.ts'
import type { Db } from '#server/store/store.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'
import { readTransfer } from './recorded.ts'

export const getRecord =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const transfer = c.get('transfer')
    const { person } = c.get('signedIn')
    const lines = await readTransfer(parts, c, 'transfer.read-record', (db) => recordOf(db, transfer))
    return c.json({
      entries: toldRecord(lines, person, transfer),
      isWhole: lines.length < RECORD_PAGE,
      at: parts.hinge.now().toISOString(),
    } satisfies RecordView)
  }

const WAYS = ['print', 'export'] as const

/** `?as=print` or `?as=export`: what happens with it is what is recorded. */
export const getLetter =
  (parts: AppParts, read: (db: Db) => Promise<Letter>): Handler<AppEnv> =>
  async (c) => {
    const way = WAYS.find((one) => one === c.req.query('as'))
    if (way === undefined)
      return problem(c, { code: 'command.invalid', fields: [{ field: 'as', fault: 'enum' }] })
    return c.json(await readTransfer(parts, c, `transfer.${way}`, read))
  }
