// Alerts in the database: when each goes on by itself, and whose phones are still to be told. One open alert per
// transfer, by a constraint. Used by the hinge's world, by the timers and by the push.
import { sql } from 'kysely'
import { type Alert, isOpenAlert } from '#shared/alerts/alert.ts'
import { fixed } from './fixed.ts'
import { byId, ofTransfer, parsed } from './load-row.ts'
import { flag, saver } from './save-row.ts'
import type { Db, Tx } from './store.ts'
import { untoldIn } from './untold.ts'

export const loadAlert = byId<Alert>('alerts')

/** Every alert a transfer ever had. */
export const alertsOf = ofTransfer<Alert>('alerts')

const open = fixed((db, { transfer }: { transfer: string }) =>
  db.selectFrom('alerts').select('row').where('transfer', '=', transfer).where('open', '=', 1),
)

export async function openAlertOf(db: Db, transfer: string): Promise<Alert | null> {
  const [found] = (await open(db, { transfer })).rows
  return found === undefined ? null : parsed<Alert>(found)
}

const columnsOf = (alert: Alert) => ({
  id: alert.id,
  rev: alert.rev,
  transfer: alert.transfer,
  open: flag(isOpenAlert(alert)),
  due: alert.dueAt,
  untold: flag(alert.state === 'raised'),
  row: JSON.stringify(alert),
})

const save = saver<ReturnType<typeof columnsOf>>('alerts', ['transfer'])
/** `before`: the revision that was read, 0 for a new row. */
export const saveAlert = (tx: Tx, alert: Alert, before: number): Promise<void> =>
  save(tx, columnsOf(alert), before)

/** Those whose time has come, the longest due first. */
export async function dueAlerts(db: Db, now: string, limit: number): Promise<Alert[]> {
  const rows = await db
    .selectFrom('alerts')
    .select('row')
    .where('open', '=', 1)
    .where('due', '<=', now)
    .orderBy('due')
    .limit(limit)
    .execute()
  return rows.map(parsed<Alert>)
}

/** Those that ring, or were taken up and not yet done. */
export async function openAlerts(db: Db): Promise<Alert[]> {
  return (await db.selectFrom('alerts').select('row').where('open', '=', 1).execute()).map(parsed<Alert>)
}

/** Open transfers that wait for somebody and have no alert: they come from before there were any. */
export async function transfersWithoutAlert(
  db: Db,
  states: readonly string[],
  limit: number,
): Promise<{ id: string; rev: number }[]> {
  return db
    .selectFrom('transfers')
    .select(['id', 'rev'])
    .where('open', '=', 1)
    .where('state', 'in', states)
    .where(
      sql<boolean>`not exists (select 1 from alerts where alerts.transfer = transfers.id and alerts.open = 1)`,
    )
    .limit(limit)
    .execute()
}

/** Alerts that ring and of which no device was told yet. */
export const untoldAlerts = untoldIn<Alert>('alerts')
