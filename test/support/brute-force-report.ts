// Reads the events of a database as a person with a pencil would: the row of each transfer after each of its events,
// and what changed in between. No undone and no corrected steps; handing over is no step of its own. The oracle of the
// report's figures.
import { dayOf } from '#shared/calendar-day.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { applyEvent } from '#shared/wire/event.ts'
import type { Db } from '#server/store/store.ts'

export type Counted = { place: string; bed: string; what: string; minutes: number; day: string; to: string }

const OVER = ['withdrawn', 'rejected', 'solved-elsewhere', 'deceased']
const minutesFrom = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

export async function readByHand(db: Db): Promise<Counted[]> {
  const events = await db.selectFrom('events').selectAll().orderBy('seq').execute()
  const rows = new Map<string, Transfer>()
  const reservations = new Map<string, Reservation>()
  const entered = new Map<string, string>()
  const counted: Counted[] = []
  for (const { subject, subject_id: id, rev, data: text, at, transfer } of events) {
    const data = JSON.parse(text)
    if (subject === 'reservation') {
      const row = applyEvent(reservations.get(id), { data, rev })
      reservations.set(id, row)
      const of = rows.get(transfer ?? '')
      if (data.state === 'declined' && of !== undefined)
        counted.push(one(of, row.region, `declined ${row.declineReason}`, at, 0, row.region))
    }
    if (subject !== 'transfer') continue
    const before = rows.get(id)
    const row = applyEvent(before, { data, rev })
    rows.set(id, row)
    if (before === undefined) counted.push(one(row, row.fromRegion, 'filed', row.submittedAt))
    else if (before.state !== row.state)
      counted.push(...changed({ ...before, since: entered.get(id) ?? '' }, row, at))
    if (before?.state !== row.state) entered.set(id, row.since)
  }
  return counted
}

function changed(before: Transfer, row: Transfer, at: string): Counted[] {
  const counted: Counted[] = []
  const add = (what: string, minutes = 0) =>
    counted.push(one(row, row.fromRegion, what, row.since, minutes, row.toRegion ?? ''))
  if (before.state !== 'submitted') add(`step ${before.state}`, minutesFrom(before.since, row.since))
  if (row.state === 'reserved') add('step to-bed', minutesFrom(row.submittedAt, row.since))
  if (row.state === 'in-transit') add('step to-departure', minutesFrom(row.submittedAt, row.since))
  if (row.state === 'arrived') add('step to-arrival', minutesFrom(row.submittedAt, row.since))
  if (row.state === 'arrived') add('moved')
  if (OVER.includes(row.state)) add('ended')
  if (row.state === 'rejected') counted.push(one(row, row.fromRegion, `rejected ${row.endReason}`, at))
  return counted
}

const one = ({ bed }: Transfer, place: string, what: string, at: string, minutes = 0, to = ''): Counted => ({
  place,
  bed,
  what,
  minutes,
  day: dayOf(at),
  to,
})
