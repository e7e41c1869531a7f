// The report of a day or a week from rows, events and kept figures. Called by server/http/reports.ts.
import { dayOf, plusDays } from '#shared/calendar-day.ts'
import { bedsByPlace } from '#shared/reports/beds-day.ts'
import { factOf } from '#shared/retention/kept-figures.ts'
import { type Asked, reportView, SERIES_DAYS } from '#shared/reports/report-view.ts'
import type { Seen } from '#shared/reports/shown-to.ts'
import { transferFacts } from '#shared/reports/transfer-facts.ts'
import type { ReportView } from '#shared/wire/reports.ts'
import { allBeds } from '#server/store/beds.ts'
import { daysBetween } from '#server/store/days.ts'
import { figuresBetween } from '#server/store/report-facts.ts'
import type { Db } from '#server/store/store.ts'
import { movedIn } from './moved-in.ts'
import { shareRulesAt } from './share-rule.ts'

export async function reportOf(db: Db, asked: Asked, viewer: Seen, now: string): Promise<ReportView> {
  const today = dayOf(now)
  const { from, until, moved } = await movedIn(db, asked, today)
  const figures = await figuresBetween(db, from, until)
  return reportView(
    asked,
    {
      now,
      today,
      facts: [...[...moved.values()].flatMap(transferFacts), ...figures.map(factOf)],
      beds: bedsByPlace(await allBeds(db), now),
      days: await daysBetween(db, plusDays(until, 1 - SERIES_DAYS), until),
      shareRules: await shareRulesAt(db, now),
    },
    viewer,
  )
}
