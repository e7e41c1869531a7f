// The part of the OpenAPI document about bed figures that come in many at a time. Read by openapi.ts.
import type { $ZodType } from 'zod/v4/core'
import { newFeed } from '#shared/wire/capacity-feed.ts'
import type { Route } from './openapi.ts'

const run = {
  run: '`keep` writes, `try` tells what would come of it. A feed keeps unless told; a file is tried unless told.',
}
const csv = { type: 'string', description: 'docs/feeds.md: at most 100 000 lines, 16 MB.' }

export const feedRoutes = (json: (schema: $ZodType) => Record<string, unknown>): Record<string, Route> => ({
  'post /api/feeds/capacity': {
    summary:
      'Bed figures from a source with a token of its own (`Authorization: Bearer …`), CSV or JSON as in ' +
      'docs/feeds.md. Line by line; the same observation again changes nothing.',
    answers: 'FeedReport',
    takes: csv,
    takesType: 'text/csv',
    query: run,
  },
  'post /api/beds/file': {
    summary: 'The same from a person, for the hospitals that are theirs. Bed desks and coordinators.',
    answers: 'FeedReport',
    takes: csv,
    takesType: 'text/csv',
    query: run,
  },
  'get /api/beds/{id}/history': {
    summary: 'What was said of these beds in two weeks, by whom or what. Whoever sees the figures.',
    answers: 'BedHistory',
  },
  'get /api/admin/feeds': { summary: 'The sources that may send bed figures.', answers: 'Feeds' },
  'post /api/admin/feeds': {
    summary: 'A new source; its token is told this once.',
    answers: 'NewFeed',
    takes: json(newFeed),
  },
  'delete /api/admin/feeds/{id}': {
    summary: 'Ends a source: its token opens nothing any more.',
    answers: null,
  },
})

export const FEEDS_NAMED: Record<string, string> = {
  BedHistory: 'BedHistory (shared/wire/reads.ts).',
  FeedReport: 'FeedReport (shared/wire/capacity-feed.ts).',
  Feeds: 'Feeds (shared/wire/capacity-feed.ts).',
  NewFeed: 'NewFeed (shared/wire/capacity-feed.ts).',
}
