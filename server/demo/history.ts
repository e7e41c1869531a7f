// Invented bed figures of twelve weeks, ending in those the demo shows now: a wave that rises, the ward ahead of the IC.
// Called at start; days that were kept for real stay as they are.
import { type Day, dayOf, daysBetween, daysFrom, instantOn, plusDays } from '#shared/calendar-day.ts'
import {
  type BedsDay,
  type BedsOfPlace,
  bedsByPlace,
  KEPT_AT_HOUR,
  NATION,
} from '#shared/reports/beds-day.ts'
import { BEDS } from '#shared/terms.ts'
import { allBeds } from '#server/store/beds.ts'
import { keepDays, lastDay } from '#server/store/days.ts'
import type { Db } from '#server/store/store.ts'
import { type Seeded, seeded } from './seeded.ts'

export const HISTORY_DAYS = 84

/** Of the patients there are now, the part there was so many days ago: a slow start, then steeper, flattening. */
const partThen = (daysAgo: number): number => {
  const height = (days: number) => 0.12 + 0.88 / (1 + Math.exp((days - 24) / 8.5))
  return height(daysAgo) / height(0)
}
/** The ward runs ahead of the IC by so many days. */
const WARD_AHEAD = 5
/** Planned care that is put off for every patient of the crisis. */
const PUT_OFF = 0.55

export async function layHistory(db: Db, now: Date, random: Seeded = seeded(17)): Promise<void> {
  const at = now.toISOString()
  const today = dayOf(at)
  const end = at < instantOn(today, KEPT_AT_HOUR) ? plusDays(today, -1) : today
  const last = await lastDay(db, today)
  const first = last === null ? plusDays(end, 1 - HISTORY_DAYS) : plusDays(last, 1)
  const present = bedsByPlace(await allBeds(db), at).filter(({ place }) => place !== NATION)
  const days = daysFrom(first, end).flatMap((day) => dayThen(present, day, daysBetween(day, today), random))
  if (days.length > 0) await keepDays(db, days)
}

function dayThen(present: readonly BedsOfPlace[], day: Day, daysAgo: number, random: Seeded): BedsDay[] {
  const regional = present.map((line) => lineThen(line, daysAgo, random))
  const at = instantOn(day, KEPT_AT_HOUR)
  const dated = (line: BedsOfPlace): BedsDay => ({ ...line, day, at, reportedAt: at, example: true })
  return BEDS.flatMap((bed) => {
    const lines = regional.filter((line) => line.bed === bed)
    return [{ ...dated(together(lines)), rule: { exempt: [] } }, ...lines.map(dated)]
  })
}

function lineThen(line: BedsOfPlace, daysAgo: number, random: Seeded): BedsOfPlace {
  const part =
    partThen(daysAgo - (line.bed === 'ward' ? WARD_AHEAD : 0)) /
    partThen(line.bed === 'ward' ? -WARD_AHEAD : 0)
  const around = (beds: number) => beds + (random.fraction() - 0.5) * 1.2 * Math.sqrt(beds)
  const crisis = daysAgo === 0 ? line.crisis : Math.max(0, Math.round(around(line.crisis * part)))
  const others = line.occupied - line.crisis + PUT_OFF * (line.crisis - crisis)
  const operational = Math.round(line.operational * (1 - 0.04 * (1 - part)))
  const occupied = Math.min(operational, Math.max(crisis, Math.round(crisis + around(others))))
  const left = Math.max(0, operational - occupied - line.reserved)
  return {
    ...line,
    operational,
    occupied,
    crisis,
    freeInclBoss: left,
    free: Math.max(0, left - line.boss),
    stops: 0,
  }
}

function together(lines: readonly BedsOfPlace[]): BedsOfPlace {
  const [first] = lines
  if (first === undefined) throw new RangeError('no region has beds')
  const sum = { ...first, place: NATION }
  for (const line of lines.slice(1)) for (const part of COUNTED) sum[part] += line[part]
  return sum
}

const COUNTED = [
  'operational',
  'occupied',
  'crisis',
  'reserved',
  'boss',
  'addable24h',
  'free',
  'freeInclBoss',
  'hospitals',
  'stops',
] as const
