import type { Snapshot } from '#shared/wire/reads.ts'
import { ROW_TABLES } from './local-db.ts'
import { isObject } from './request.ts'

/** Enough to tell a snapshot from a portal's page; the rows themselves are the server's own. */
export const isSnapshot = (body: unknown): body is Snapshot =>
  isObject(body) &&
  typeof body.cursor === 'string' &&
  typeof body.epoch === 'string' &&
  typeof body.at === 'string' &&
  ROW_TABLES.every((name) => Array.isArray(body[name]))
