import type { Snapshot } from '#shared/wire/reads.ts'
import { type Answer, type Fetch, isObject, request } from './request.ts'
import { ROW_TABLES } from './row-tables.ts'

/** Enough to tell a snapshot from a portal's page; the rows themselves are the server's own. */
export const isSnapshot = (body: unknown): body is Snapshot =>
  isObject(body) &&
  typeof body.cursor === 'string' &&
  typeof body.epoch === 'string' &&
  typeof body.at === 'string' &&
  ROW_TABLES.every((name) => Array.isArray(body[name]))

/** Everything this person may see. A question that got lost is asked again long before a slow answer is given up. */
export const fetchSnapshot = (fetch: Fetch): Promise<Answer<Snapshot>> =>
  request('/api/snapshot', { fetch, is: isSnapshot, timeoutMs: 60_000, firstWordMs: 12_000 })
