// Emergency access (noodknop): who stands at a patient without being a party opens the request with the code on the
// papers and a reason, for an hour, and all its parties see it (docs/decisions/030). It reads; it lets nobody act.
import type { Role } from '#shared/terms.ts'
import type { Emergency, Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { BY_SYSTEM, type Change } from '#shared/wire/event.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { isSystem, type Person } from './parties.ts'
import { sees } from './standing.ts'

export const EMERGENCY_MINUTES = 60

/** Those who treat, search and drive. */
export const EMERGENCY_ROLES: readonly Role[] = [
  'intensivist',
  'ward-staff',
  'rcps',
  'lcps',
  'transport-desk',
  'crew',
]

type Opened = Pick<Transfer, 'emergencies'>

export const emergenciesAt = ({ emergencies }: Opened, now: string): Emergency[] =>
  (emergencies ?? []).filter(({ until }) => until > now)

/** As it is for readers at this instant: an hour that is over gives nothing, also before the timers come by. */
export const withoutLapsed = (transfer: Transfer, now: string): Transfer =>
  transfer.emergencies === undefined ? transfer : { ...transfer, emergencies: emergenciesAt(transfer, now) }

/** Until when the first of them lasts; null: there is none. */
export const firstLapse = ({ emergencies }: Opened): string | null =>
  (emergencies ?? []).map(({ until }) => until).sort()[0] ?? null

/** Whether this person reads it by an emergency access and by nothing else. */
export const isByEmergency = (person: Person, transfer: Transfer): boolean =>
  (transfer.emergencies ?? []).some((one) => one.person === person.id) &&
  !sees(person, { kind: 'transfer', transfer: { ...transfer, emergencies: [] } })

/** The role first: who may not ask learns nothing of the code. */
export function decideOpenEmergency(
  { transfer }: World,
  { reason }: Payload<'emergency.open'>,
  { person, now }: Context,
): Decision {
  const as = person.memberships.find(({ role }) => EMERGENCY_ROLES.includes(role))
  if (as === undefined) return refuse('role.refused')
  if (transfer === null) return refuse('not-found')
  const running = emergenciesAt(transfer, now)
  if (sees(person, { kind: 'transfer', transfer: { ...transfer, emergencies: running } }))
    return refuse('already-exists')
  const until = new Date(Date.parse(now) + EMERGENCY_MINUTES * 60_000).toISOString()
  const opened: Emergency = { person: person.id, role: as.role, org: as.org, at: now, until }
  const change = tell(transfer, 'transfer.opened-in-emergency', [...running, opened])
  return { changes: [{ ...change, note: reason }], as: { role: as.role, org: as.org } }
}

/** The server's timers, when an hour is over by the server's clock. */
export function decideEndEmergency({ transfer }: World, _: unknown, { person, now }: Context): Decision {
  if (!isSystem(person) || transfer === null) return refuse('not-found')
  const running = emergenciesAt(transfer, now)
  if (running.length === (transfer.emergencies ?? []).length)
    return refuse('step.refused', { facts: { state: 'emergency-not-over' } })
  return { changes: [tell(transfer, 'transfer.emergency-ended', running)], as: BY_SYSTEM }
}

const tell = (transfer: Transfer, name: Change['name'], emergencies: Emergency[]): Change => ({
  name,
  subject: 'transfer',
  id: transfer.id,
  data: { emergencies },
})
