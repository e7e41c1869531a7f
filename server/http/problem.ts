// Every refusal as problem details (RFC 9457): one table from code to status, exhaustive by type.
// Called by the routes, the doors before them and on-error.ts.
import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import type { Problem } from '#shared/wire/reads.ts'
import type { Refusal, RefusalCode } from '#shared/wire/refusal.ts'
import type { AppEnv } from './app-env.ts'

export const STATUS = {
  'command.malformed': 400,
  'command.media-type': 415,
  'command.too-large': 413,
  'command.unknown': 422,
  'command.invalid': 422,
  'command.mismatch': 422,
  'session.required': 401,
  'session.unknown-person': 422,
  'session.locked': 423,
  'session.step-up': 403,
  'passkey.refused': 422,
  'passkey.last': 409,
  'invite.spent': 422,
  'admin.last': 409,
  'origin.refused': 403,
  'not-found': 404,
  'role.refused': 403,
  'step.refused': 409,
  'on-hold': 409,
  'already-exists': 409,
  'escort.not-by-intensivist': 422,
  'text.identity': 422,
  'claim.taken': 409,
  'hospital.excluded': 409,
  'hand-over.first': 409,
  'nation.closed': 409,
  'reason.required': 422,
  'bed.none-left': 409,
  'bed.only-boss-left': 409,
  'confirm.accepted-by-required': 422,
  'confirm.need-unticked': 422,
  'vehicle.taken': 409,
  'vehicle.out': 409,
  'help.own-free': 409,
  'team.full': 409,
  'vehicle.not-allowed': 409,
  'abroad.too-early': 409,
  'exemption.overlaps': 409,
  'time.past': 422,
  'code.mismatch': 409,
  'undo.too-late': 409,
  'correct.too-late': 409,
  'correct.out-of-bounds': 422,
  'plan.running': 409,
  'plan.queue-full': 429,
  'wish.refused': 409,
  'wish.changed': 409,
  'phase.refused': 409,
  'act.expired': 410,
  'act.unreadable': 410,
  'rate.limited': 429,
  unavailable: 503,
  fault: 500,
} as const satisfies Record<RefusalCode, number>

/** Seconds after which trying again makes sense. */
const RETRY_AFTER: Partial<Record<RefusalCode, string>> = {
  unavailable: '2',
  'rate.limited': '10',
  'plan.queue-full': '5',
}

export function problem(c: Context<AppEnv>, refusal: Refusal): Response {
  const { code, fields, reasons, facts } = refusal
  const status = STATUS[code]
  const body: Problem = {
    type: `urn:brancard:${code}`,
    title: STATUS_CODES[status] ?? '',
    status,
    code,
    request: c.get('request'),
    ...(fields === undefined ? {} : { fields }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(facts === undefined ? {} : { facts }),
  }
  const { seconds } = facts ?? {}
  const retry = code === 'rate.limited' && typeof seconds === 'number' ? String(seconds) : RETRY_AFTER[code]
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...(retry === undefined ? {} : { 'retry-after': retry }),
  })
}
