// Bed figures of several hospitals added up, at one care level: for the bed screens, the report and the kept days.
import type { Beds } from './beds.ts'
import { freeBeds } from './capacity.ts'

/** `reportedAt` is the oldest. Free beds are counted per hospital: an overbooked one takes none from its neighbour. */
export type BedsSum = Pick<
  Beds,
  'operational' | 'occupied' | 'crisis' | 'reserved' | 'boss' | 'addable24h' | 'reportedAt'
> & { free: number; freeInclBoss: number; hospitals: number; stops: number }

export function sumBeds(rows: readonly Beds[], now: string): BedsSum {
  const sum: BedsSum = {
    operational: 0,
    occupied: 0,
    crisis: 0,
    reserved: 0,
    boss: 0,
    addable24h: 0,
    reportedAt: rows[0]?.reportedAt ?? now,
    free: 0,
    freeInclBoss: 0,
    hospitals: rows.length,
    stops: 0,
  }
  for (const row of rows) {
    for (const part of ['operational', 'occupied', 'crisis', 'reserved', 'boss', 'addable24h'] as const)
      sum[part] += row[part]
    const { free, freeInclBoss } = freeBeds({ ...row, now })
    sum.free += free
    sum.freeInclBoss += freeInclBoss
    if (row.intakeStop !== null) sum.stops += 1
    if (row.reportedAt < sum.reportedAt) sum.reportedAt = row.reportedAt
  }
  return sum
}
