// What a report is counted from: the events of the transfers that something happened to, and the figures of those whose
// timeline has gone. Used by server/views/report-view.ts.
import { sql } from 'kysely'
import type { Ride } from '#shared/rides/ride.ts'
import type { Told } from '#shared/reports/transfer-stays.ts'
import type { EventName, Subject } from '#shared/wire/event.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Events of one subject are a large part of all there are: SQLite, which keeps no figures about its tables, would go
 * through them rather than through the hour or the transfer. What is put together cannot be looked up in an index.
 */
const bareSubject = sql<string>`subject || ''`

/** Transfer → its events, oldest first: of every transfer that moved between these instants. */
export async function eventsOfMoved(db: Db, from: string, until: string): Promise<Map<string, Told[]>> {
  const moved = db
    .selectFrom('events')
    .select('transfer')
    .where('transfer', 'is not', null)
    .where('at', '>=', from)
    .where('at', '<', until)
    .where(bareSubject, '=', 'transfer')
  const rows = await db
    .selectFrom('events')
    .select(['transfer', 'name', 'subject', 'subject_id', 'at', 'data'])
    .where('transfer', 'is not', null)
    .where('transfer', 'in', moved)
    .where(bareSubject, 'in', ['transfer', 'reservation'])
    .orderBy('seq')
    .execute()
  const byTransfer = new Map<string, Told[]>()
  for (const { transfer, name, subject, subject_id, at, data } of rows) {
    if (transfer === null) continue
    const told = byTransfer.get(transfer) ?? []
    told.push({
      name: name as EventName,
      subject: subject as Subject,
      id: subject_id,
      at,
      data: JSON.parse(data) as Record<string, unknown>,
    })
    byTransfer.set(transfer, told)
  }
  return byTransfer
}

/** Bound values in one statement stay far below what either database takes. */
const CHUNK = 200

export async function ridesOfAll(db: Db, transfers: readonly string[]): Promise<Ride[]> {
  const rides: Ride[] = []
  for (let at = 0; at < transfers.length; at += CHUNK) {
    const some = transfers.slice(at, at + CHUNK)
    const rows = await db.selectFrom('rides').select('row').where('transfer', 'in', some).execute()
    rides.push(...rows.map(({ row }) => JSON.parse(row) as Ride))
  }
  return rides
}

export const figuresBetween = (db: Db, first: string, last: string): Promise<Tables['figures'][]> =>
  db.selectFrom('figures').selectAll().where('day', '>=', first).where('day', '<=', last).execute()
