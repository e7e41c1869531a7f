// How long each part of the rides of a period took, from rows and events. Called by server/http/reports.ts.
import { dayOf } from '#shared/calendar-day.ts'
import { rideReport } from '#shared/reports/interval-view.ts'
import type { Asked } from '#shared/reports/report-view.ts'
import { type Of, rideIntervals } from '#shared/reports/ride-intervals.ts'
import type { Seen } from '#shared/reports/shown-to.ts'
import { toRegionOf } from '#shared/reports/transfer-facts.ts'
import type { Told } from '#shared/reports/transfer-stays.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { RideReport } from '#shared/wire/ride-report.ts'
import { ridesOfAll } from '#server/store/report-facts.ts'
import type { Db } from '#server/store/store.ts'
import { movedIn } from './moved-in.ts'

export async function intervalsOf(db: Db, asked: Asked, viewer: Seen, now: string): Promise<RideReport> {
  const today = dayOf(now)
  const { moved } = await movedIn(db, asked, today)
  const rides = await ridesOfAll(db, [...moved.keys()])
  const lines = rides.flatMap((ride) => {
    const events = moved.get(ride.transfer) ?? []
    const filed = filedOf(events)
    return filed === null ? [] : [rideIntervals(filed, ride, events)]
  })
  return rideReport(asked, { now, today, rides: lines }, viewer)
}

function filedOf(events: readonly Told[]): Of | null {
  const filed = events.find(({ name }) => name === 'transfer.submitted')?.data as Transfer | undefined
  return filed === undefined ? null : { ...filed, toRegion: toRegionOf(events) }
}
