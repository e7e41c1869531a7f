// The report of a day or a week for one viewer, from facts and bed figures. Pure; called by server/views/report-view.ts
// with what the database holds.
import { type Day, daysFrom, mondayOf, plusDays } from '#shared/calendar-day.ts'
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import type { BedLine, Period, ReportView, SeriesLine, ShareLine } from '#shared/wire/reports.ts'
import { type BedsDay, type BedsOfPlace, NATION, presentByGroupOf, type ShareRules } from './beds-day.ts'
import type { Fact } from './fact.ts'
import { flowLines, movementLines, refusalLines, waitLines } from './report-tables.ts'
import { hideSeries, type Seen, tablesFor } from './shown-to.ts'

/** Days of the series that end in the period's last day. */
export const SERIES_DAYS = 28

export type Asked = { period: Period; day: Day; place: string }
export type ReportFacts = {
  now: string
  today: Day
  facts: readonly Fact[]
  /** As they are now. */
  beds: readonly BedsOfPlace[]
  /** The kept days of the series, in any order. */
  days: readonly BedsDay[]
  /** R7's keys and exemptions as they hold now. */
  shareRules: ShareRules
}

/** The day itself, or its calendar week as far as it has come. */
export function spanOf(
  { period, day }: Pick<Asked, 'period' | 'day'>,
  today: Day,
): { from: Day; until: Day } {
  if (period === 'day') return { from: day, until: day }
  const from = mondayOf(day)
  const sunday = plusDays(from, 6)
  return { from, until: sunday > today ? today : sunday }
}

export function reportView(asked: Asked, told: ReportFacts, viewer: Seen): ReportView {
  const { place, period } = asked
  const { from, until } = spanOf(asked, told.today)
  const facts = told.facts.filter(({ day }) => day >= from && day <= until)
  const figures = figuresOf(told, from, until)
  const tables = tablesFor(
    {
      beds: inOrder(figures.lines).map(bedLine),
      share: shareLines(figures.lines, figures.rules),
      flow: flowLines(facts),
      movements: movementLines(facts),
      waits: waitLines(facts),
      refusals: refusalLines(facts),
    },
    viewer,
  )
  const isHere = (line: { place: string }) => line.place === place
  return {
    period,
    from,
    until,
    place,
    at: told.now,
    seen: viewer.seen,
    example: told.days.some(({ example }) => example === true),
    bedsDay: figures.day,
    bedsAt: figures.at,
    series: seriesOf(told, until, viewer)
      .filter(isHere)
      .map(({ place: _, ...line }) => line),
    ...tables,
    movements:
      place === NATION
        ? tables.movements
        : tables.movements.filter((line) => line.from === place || line.to === place),
    waits: tables.waits.filter(isHere),
    refusals: tables.refusals.filter(isHere),
  }
}

/** Today: as it is now. Before: as kept on the period's last day that has figures. */
function figuresOf({ now, today, beds, days, shareRules }: ReportFacts, from: Day, until: Day) {
  if (until === today) return { day: today, at: now, lines: beds, rules: shareRules }
  const kept = days.filter(({ day }) => day >= from && day <= until)
  const last = kept.map(({ day }) => day).reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null)
  const lines = kept.filter(({ day }) => day === last)
  const ruleOf = (bed: Bed) => lines.find((line) => line.bed === bed && line.rule !== undefined)?.rule ?? {}
  const rules = { ic: ruleOf('ic'), ward: ruleOf('ward') }
  return { day: last, at: lines[0]?.at ?? null, lines, rules }
}

const PLACES = [NATION, ...regions.map(({ id }) => id)]
/** The nation first, then as regions are listed everywhere. */
const inOrder = (lines: readonly BedsOfPlace[]): BedsOfPlace[] =>
  lines.toSorted((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place))

const bedLine = ({
  place,
  bed,
  operational,
  occupied,
  crisis,
  reserved,
  boss,
  free,
  freeInclBoss,
  addable24h,
  hospitals,
  stops,
  reportedAt,
}: BedsOfPlace): BedLine => ({
  place,
  bed,
  operational,
  occupied,
  crisis,
  reserved,
  boss,
  free,
  freeInclBoss,
  addable24h,
  hospitals,
  stops,
  reportedAt,
})

/** Groups that take part; none without bed figures. */
function shareLines(lines: readonly BedsOfPlace[], rules: ShareRules): ShareLine[] {
  if (lines.length === 0) return []
  return BEDS.flatMap((bed) => {
    const current = presentByGroupOf(lines, bed)
    const { target, deficit } = fairShare({ ...rules[bed], current })
    return Object.keys(target)
      .sort(byCodeUnit)
      .map((group) => ({
        bed,
        group,
        present: current[group] ?? 0,
        target: target[group] ?? 0,
        deficit: deficit[group] ?? 0,
      }))
  })
}

type PlacedLine = SeriesLine & { place: string }

/** The kept days of four weeks; today as it is now. */
function seriesOf(told: ReportFacts, until: Day, { seen }: Seen): PlacedLine[] {
  const wanted = new Set(daysFrom(plusDays(until, 1 - SERIES_DAYS), until))
  const kept = told.days.filter(({ day }) => wanted.has(day) && day !== told.today)
  const today = wanted.has(told.today) ? told.beds.map((line) => ({ ...line, day: told.today })) : []
  const lines = [...kept, ...today].sort((a, b) => byCodeUnit(a.day, b.day))
  return (seen === 'groups' ? hideSeries(lines) : lines).map(
    ({ day, place, bed, operational, occupied, crisis, free }) => ({
      ...{ day, place, bed },
      ...{ operational, occupied, crisis, free },
    }),
  )
}
