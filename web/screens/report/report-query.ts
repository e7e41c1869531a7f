import { useSearchParams } from '@solidjs/router'

import { dayOf, mondayOf, plusDays, readDay } from '#shared/calendar-day.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import { regions } from '#shared/reference/regions.ts'
import type { Period } from '#shared/wire/reports.ts'
import { now } from '#web/state/now.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

type Query = { dag: string; periode: string; regio: string; deel: string }
/** The report itself, or how long its rides took. */
export type Part = 'report' | 'rides'

/** What is asked stands in the address, so that a report can be sent on and opened again. */
export function createReportQuery() {
  const [params] = useSearchParams<Query>()
  const part = (): Part => (params.deel === 'ritten' ? 'rides' : 'report')
  const today = () => dayOf(now())
  const period = (): Period => (params.periode === 'week' ? 'week' : 'day')
  const day = () => {
    const asked = readDay(params.dag ?? '')
    return asked === null || asked > today() ? today() : asked
  }
  const places = () => {
    const own = myOrgs('rcps')
    const all = regions.map(({ id }) => id)
    return [NATION, ...(hasRole('lcps') || own.length === 0 ? all : own)]
  }
  const place = () => places().find((one) => one === params.regio) ?? NATION
  const href = (over: { day?: string; period?: Period; place?: string; part?: Part }) => {
    const wanted = { day: day(), period: period(), place: place(), part: part(), ...over }
    const query = new URLSearchParams({
      ...(wanted.part === 'report' ? {} : { deel: 'ritten' }),
      ...(wanted.day === today() ? {} : { dag: wanted.day }),
      ...(wanted.period === 'day' ? {} : { periode: wanted.period }),
      ...(wanted.place === NATION ? {} : { regio: wanted.place }),
    })
    return query.size === 0 ? '/rapport' : `/rapport?${query}`
  }
  const step = () => (period() === 'week' ? 7 : 1)
  const next = () => {
    const then = plusDays(day(), step())
    const first = period() === 'week' ? mondayOf(then) : then
    return first > today() ? null : href({ day: then > today() ? today() : then })
  }
  const previous = () => href({ day: plusDays(day(), -step()) })
  return { part, today, period, day, place, places, href, next, previous }
}
export type ReportQuery = ReturnType<typeof createReportQuery>
