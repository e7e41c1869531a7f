// Bed figures that a source sends by itself, or that somebody brings as a file: columns, limits, what can be wrong, and
// the report (docs/feeds.md). Read by shared/beds/feed-line.ts, server/feeds, server/http and web.
import * as z from 'zod/mini'
import type { Bed } from '#shared/terms.ts'
import { feedName } from './payloads/beds.ts'

/** In any order. The first five must be there. */
export const FEED_COLUMNS = [
  'hospital',
  'bed',
  'observedAt',
  'operational',
  'occupied',
  'crisis',
  'boss',
  'addable24h',
  'intakeStop',
  'intakeStopUntil',
] as const
export type FeedColumn = (typeof FEED_COLUMNS)[number]
export const FEED_REQUIRED = FEED_COLUMNS.slice(0, 5)

export const FEED_BYTES = 16 * 1024 * 1024
export const FEED_ROWS = 100_000
/** Older observations are nobody's news, and are not kept. */
export const FEED_DAYS = 35

/** Why nothing of the file could be read. */
export const FEED_FILE_FAULTS = ['encoding', 'columns', 'quotes', 'too-many', 'empty', 'json'] as const
export type FeedFileFault = (typeof FEED_FILE_FAULTS)[number]

export const FEED_ROW_FAULTS = [
  'columns', // another number of fields than the first line
  'required',
  'type', // not a number
  'whole', // beds are whole: no commas, no points
  'negative',
  'too-many', // more beds than any hospital has
  'unknown', // no such hospital, care level or reason
  'no-such-beds', // the hospital has no IC
  'not-yours', // outside what this source or person may report
  'range', // more crisis patients than patients, more BOSS than beds
  'format', // no moment in time
  'future',
  'too-old',
  'differs', // the same observation was told before, with other figures
] as const
export type FeedRowFault = {
  line: number
  field: FeedColumn | null
  code: (typeof FEED_ROW_FAULTS)[number]
  /** As it stood there, cut short. */
  value: string
}

/** At most so many faults and changes are told; the counts are of all. */
export const FEED_TOLD = 200

/** What the newest good line of some beds comes to. `large`: somebody would be asked whether it is right. */
export type FeedChange = {
  line: number
  hospital: string
  bed: Bed
  became: 'current' | 'beside' | 'beneath'
  observedAt: string
  from: { operational: number; occupied: number } | null
  to: { operational: number; occupied: number }
  large: boolean
}

/**
 * POST /api/feeds/capacity, POST /api/beds/file. `kept`: whether it was written, or only tried. Every line is one of
 * `current` (counts now), `beside` (contradicts the desk, which is asked), `beneath` (a correction lies on it), `older`
 * (kept as history), `same` (known already), `faulty`.
 */
export type FeedReport = {
  kept: boolean
  file: FeedFileFault | null
  encoding: string
  rows: number
  current: number
  beside: number
  beneath: number
  older: number
  same: number
  faulty: number
  faults: FeedRowFault[]
  changes: FeedChange[]
}

/** A source as the administrator sees it. `scope`: a hospital, a region, or `nl`. */
export type Feed = {
  id: string
  name: string
  scope: string
  created: string
  lastAt: string | null
  lastRows: number | null
}
/** GET /api/admin/feeds */
export type Feeds = { feeds: Feed[] }

/** POST /api/admin/feeds */
export const newFeed = z.strictObject({ name: feedName, scope: z.string().check(z.maxLength(60)) })
/** The token is told this once. */
export type NewFeed = Feed & { token: string }
