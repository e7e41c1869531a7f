// Figures that nobody renews: the bed desk is asked when they grow stale, and its RCPS when they expired (R6). Due
// moments are read by the server's timers; screens and push ask whom it is for.
import { isSystem, type Membership } from '#shared/access/parties.ts'
import { type Settings, settingOf } from '#shared/settings/setting-of.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { BY_SYSTEM } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import type { Beds, Reminded } from './beds.ts'
import { EXPIRED_AFTER_MINUTES, freshnessOf, STALE_AFTER_MINUTES } from './capacity.ts'
import { bedsAt } from './decide-beds.ts'

type Facts = Pick<Beds, 'reportedAt' | 'reminded' | 'correction'>

/** Minutes of age at which the desk is asked; nobody decided: when the figures grow stale. */
export const remindAfter = (settings: Settings, now: string): number =>
  settingOf(settings, 'beds.remind-after', now)

/** The level whose reminder is due now, or null. R6 counts whole minutes: at `after` itself nothing is due yet. */
export function reminderDue(
  { reportedAt, reminded }: Facts,
  now: string,
  after = STALE_AFTER_MINUTES,
): Reminded['level'] | null {
  if (freshnessOf(reportedAt, now) === 'expired') return reminded?.level === 'expired' ? null : 'expired'
  return reminded == null && minutesAfter(reportedAt, after + 1) <= now ? 'stale' : null
}

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/**
 * When the server is to look at this row again by itself: a reminder, or the end of a correction. Where reminders were
 * set earlier, the timers look ahead.
 */
export function bedsDueAt(row: Facts): string | null {
  const { reportedAt, reminded, correction } = row
  const next = reminded == null ? STALE_AFTER_MINUTES + 1 : EXPIRED_AFTER_MINUTES + 1
  const asks = reminded?.level === 'expired' ? [] : [minutesAfter(reportedAt, next)]
  const ends = correction == null ? [] : [correction.until]
  return [...asks, ...ends].toSorted()[0] ?? null
}

/** Whether it asks this person for something: the desk first, then its deputies and the RCPS too. */
export const isRemindedOf = (
  { reminded, hospital, region }: Pick<Beds, 'reminded' | 'hospital' | 'region'>,
  memberships: readonly Membership[],
): boolean =>
  reminded != null &&
  memberships.some(({ role, org, deputy }) => {
    if (role === 'bed-desk') return org === hospital && (deputy !== true || reminded.level === 'expired')
    return role === 'rcps' && org === region && reminded.level === 'expired'
  })

/** Only the server's timers do this. */
export function decideRemind(
  world: World,
  payload: Payload<'beds.remind'>,
  { person, now }: Context,
): Decision {
  const row = bedsAt(world, payload)
  if (!isSystem(person) || row === null || row.rev === 0) return refuse('not-found')
  if (reminderDue(row, now, remindAfter(world.register, now)) !== payload.level)
    return refuse('step.refused', { facts: { state: 'reminder-not-due' } })
  const reminded: Reminded = { level: payload.level, at: now, rev: row.rev + 1 }
  return {
    changes: [{ name: 'beds.reminded', subject: 'beds', id: row.id, data: { reminded } }],
    as: BY_SYSTEM,
  }
}
