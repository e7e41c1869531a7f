// Patients of the crisis with a confirmed bed elsewhere, not yet there: what moves between share groups.
// Used by server/views/shares-view.ts.
import { sql } from 'kysely'
import type { Bed } from '#shared/terms.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Db } from './store.ts'
import { recentIds } from './transfers.ts'

/** Hospitals; `departed`: no longer counted at the first, not yet at the second. */
export type MoveUnderWay = { bed: Bed; from: string; to: string; departed: boolean }

const UNDER_WAY = ['reserved', 'planned', 'in-transit'] as const

export async function movesUnderWay(db: Db): Promise<MoveUnderWay[]> {
  const rows = await db
    .selectFrom('transfers')
    .innerJoin('transfer_private', 'transfer_private.transfer', 'transfers.id')
    .select(['transfers.row', 'transfer_private.clinical'])
    .where('transfers.open', '=', 1)
    .where('transfers.state', 'in', UNDER_WAY)
    .execute()
  return rows.flatMap(({ row, clinical }) => {
    const { bed, from, to, state } = JSON.parse(row) as Transfer
    if (to === null || clinical === null) return []
    const { admissionReason } = JSON.parse(clinical) as Pick<Clinical, 'admissionReason'>
    return admissionReason === 'covid' ? [{ bed, from, to, departed: state === 'in-transit' }] : []
  })
}

/** IC reservations since then that took a safety bed. */
export async function bossReservationsSince(db: Db, since: string): Promise<{ region: string }[]> {
  const rows = await db
    .selectFrom('reservations')
    .select('row')
    .where(sql<boolean>`transfer in (${recentIds(since)})`)
    .execute()
  return rows
    .map(
      ({ row }) =>
        JSON.parse(row) as { region: string; bed: Bed; usesBoss: boolean; confirmedAt: string | null },
    )
    .filter(
      ({ bed, usesBoss, confirmedAt }) =>
        bed === 'ic' && usesBoss && confirmedAt !== null && confirmedAt > since,
    )
    .map(({ region }) => ({ region }))
}
