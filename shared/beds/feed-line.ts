// One line of a feed or a file of bed figures: what it says, or everything that is wrong with it. Pure; called by
// server/feeds for each line.
import { hospitals } from '#shared/reference/hospitals.ts'
import { instantAtWallTime, type WallTime } from '#shared/rides/amsterdam-clock.ts'
import { BEDS, type Bed } from '#shared/terms.ts'
import { FEED_DAYS, FEED_REQUIRED, type FeedColumn, type FeedRowFault } from '#shared/wire/capacity-feed.ts'
import { INTAKE_STOP_REASONS } from './beds.ts'
import type { Said } from './decide-beds.ts'
import { MAX_BEDS } from './figure-faults.ts'
import { SKEW_MS } from './observe.ts'

/** `cells` null: another number of fields than the first line. */
export type FeedLine = { line: number; cells: Partial<Record<FeedColumn, unknown>> | null }
export type FeedRow = { line: number; hospital: string; bed: Bed; said: Said }

export type LineContext = {
  source: Said['source']
  feed: string | null
  /** Hospitals that this source or person may report. */
  may: (hospital: string) => boolean
  now: string
}

type Fault = Omit<FeedRowFault, 'line'>
type Read<T> = { value: T } | { fault: Fault['code'] }

const HOSPITALS = new Map(
  hospitals.flatMap((one) => [one.id, one.name, one.short].map((name) => [name.toLowerCase(), one] as const)),
)
const COUNTS = ['operational', 'occupied', 'crisis', 'boss', 'addable24h'] as const
const TOLD_LENGTH = 40

const textOf = (cell: unknown): string =>
  typeof cell === 'string' ? cell.trim() : cell === undefined || cell === null ? '' : String(cell)

export function readFeedLine({ line, cells }: FeedLine, context: LineContext): FeedRow | FeedRowFault[] {
  const faults: Fault[] = []
  const wrong = (field: FeedColumn | null, code: Fault['code'], value = '') =>
    void faults.push({ field, code, value: value.slice(0, TOLD_LENGTH) })
  const told = () => faults.map((fault) => ({ line, ...fault }))
  if (cells === null) {
    wrong(null, 'columns')
    return told()
  }
  const missing = FEED_REQUIRED.filter((field) => textOf(cells[field]) === '')
  for (const field of missing) wrong(field, 'required')
  const has = (field: FeedColumn) => textOf(cells[field]) !== ''
  const read = <T>(field: FeedColumn, reader: (cell: unknown) => Read<T>): T | undefined => {
    if (!has(field)) return undefined
    const found = reader(cells[field])
    if ('value' in found) return found.value
    wrong(field, found.fault, textOf(cells[field]))
    return undefined
  }
  const hospital = read('hospital', hospitalOf)
  const bed = read('bed', bedOf)
  if (hospital && !context.may(hospital.id)) wrong('hospital', 'not-yours', hospital.id)
  if (hospital && bed === 'ic' && !hospital.hasIc) wrong('bed', 'no-such-beds', bed)
  const observedAt = read('observedAt', (cell) => momentOf(cell, context.now))
  const counts: Partial<Record<(typeof COUNTS)[number], number>> = {}
  for (const field of COUNTS) {
    const count = read(field, countOf)
    if (count !== undefined) counts[field] = count
  }
  const { operational, occupied, crisis, boss } = counts
  if (crisis !== undefined && occupied !== undefined && crisis > occupied)
    wrong('crisis', 'range', String(crisis))
  if (boss !== undefined && operational !== undefined && boss > operational)
    wrong('boss', 'range', String(boss))
  const stop = stopOf(has, read)
  if (
    faults.length > 0 ||
    !hospital ||
    !bed ||
    !observedAt ||
    operational === undefined ||
    occupied === undefined
  )
    return told()
  const { source, feed } = context
  const said = { source, feed, observedAt, ...counts, operational, occupied, ...stop }
  return { line, hospital: hospital.id, bed, said }
}

/** Absent: as it was. `none`, `geen`: there is none. */
function stopOf(
  has: (field: FeedColumn) => boolean,
  read: <T>(field: FeedColumn, reader: (cell: unknown) => Read<T>) => T | undefined,
): Pick<Said, 'intakeStop'> {
  if (!has('intakeStop')) return {}
  const reason = read('intakeStop', reasonOf)
  const until = read('intakeStopUntil', instantOf) ?? null
  return reason === undefined ? {} : { intakeStop: reason === 'none' ? null : { reason, until } }
}

function hospitalOf(cell: unknown): Read<(typeof hospitals)[number]> {
  const found = HOSPITALS.get(textOf(cell).toLowerCase())
  return found === undefined ? { fault: 'unknown' } : { value: found }
}

function bedOf(cell: unknown): Read<Bed> {
  const text = textOf(cell).toLowerCase()
  const found = BEDS.find((bed) => bed === (text === 'kliniek' ? 'ward' : text))
  return found === undefined ? { fault: 'unknown' } : { value: found }
}

function reasonOf(cell: unknown): Read<(typeof INTAKE_STOP_REASONS)[number] | 'none'> {
  const text = textOf(cell).toLowerCase()
  if (text === 'none' || text === 'geen') return { value: 'none' }
  const found = INTAKE_STOP_REASONS.find((reason) => reason === text)
  return found === undefined ? { fault: 'unknown' } : { value: found }
}

function countOf(cell: unknown): Read<number> {
  const text = textOf(cell)
  if (/^[-−]\s*\d/.test(text)) return { fault: 'negative' }
  if (/^\d+[.,]\d*$/.test(text)) return { fault: 'whole' }
  if (!/^\d+$/.test(text)) return { fault: 'type' }
  const count = Number(text)
  return count > MAX_BEDS ? { fault: 'too-many' } : { value: count }
}

const DAY_MS = 24 * 3_600_000

function momentOf(cell: unknown, now: string): Read<string> {
  const found = instantOf(cell)
  if (!('value' in found)) return found
  const age = Date.parse(now) - Date.parse(found.value)
  if (age < -SKEW_MS) return { fault: 'future' }
  return age > FEED_DAYS * DAY_MS ? { fault: 'too-old' } : found
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i
const DUTCH = /^(\d{1,2})-(\d{1,2})-(\d{4})[T ](\d{1,2}):(\d\d)(?::(\d\d))?$/

/** An instant with its offset; without one, and as spreadsheets here write it, Amsterdam's clock. */
function instantOf(cell: unknown): Read<string> {
  const text = textOf(cell)
  const iso = ISO.exec(text)
  const dutch = iso === null ? DUTCH.exec(text) : null
  const [year, month, day] = (iso ? iso.slice(1, 4) : (dutch?.slice(1, 4).toReversed() ?? [])).map(Number)
  const [hour, minute, second] = (iso ?? dutch ?? []).slice(4, 7).map((part) => Number(part ?? 0))
  const wall = {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  }
  if (!isWall(wall)) return { fault: 'format' }
  const offset = iso?.[7]
  const at = offset === undefined ? instantAtWallTime(wall) : utcOf(wall) - minutesOf(offset) * 60_000
  return { value: new Date(at).toISOString() }
}

const utcOf = ({ year, month, day, hour, minute, second }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

function isWall(wall: WallTime): boolean {
  const date = new Date(utcOf(wall))
  return (
    wall.year > 1999 &&
    date.getUTCMonth() === wall.month - 1 &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour &&
    date.getUTCMinutes() === wall.minute
  )
}

/** Minutes ahead of UTC: `Z`, `+01:00`, `-0530`. */
function minutesOf(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const digits = offset.replace(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return offset.startsWith('-') ? -minutes : minutes
}
