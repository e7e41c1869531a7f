// GET /api/transfers/:id/ride?as=csv|json: the transfer's live ride as a control room takes it over, recorded as taken
// out. Its fields are docs/ride-export.md.
import type { Handler } from 'hono'
import { isActive } from '#shared/rides/ride.ts'
import { asCsv, rideExport } from '#shared/rides/ride-export.ts'
import { ridesOf } from '#server/store/rides.ts'
import { loadPrivate } from '#server/store/transfers.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'
import { readTransfer } from './recorded.ts'

export const getRideExport =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const as = c.req.query('as') ?? 'json'
    if (as !== 'json' && as !== 'csv')
      return problem(c, { code: 'command.invalid', fields: [{ field: 'as', fault: 'enum' }] })
    const transfer = c.get('transfer')
    const row = await readTransfer(parts, c, 'transfer.export', async (db) => {
      const ride = (await ridesOf(db, transfer.id)).find((one) => isActive(one) || one.id === transfer.ride)
      const { clinical } = await loadPrivate(db, transfer.id)
      return ride === undefined ? null : rideExport(ride, transfer, clinical)
    })
    if (row === null) return problem(c, { code: 'not-found' })
    if (as === 'json') return c.json(row)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="rit-${transfer.code}.csv"`)
    return c.body(asCsv(row))
  }
