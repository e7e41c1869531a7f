// Makes lines of the record from what happened: a command, a read, a list, a delivery. Pure; called by the hinge, the
// reads, the stream and the jobs.
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { isByEmergency } from '#shared/access/emergency.ts'
import { isSystem, type Membership, partiesOf, type Person } from '#shared/access/parties.ts'
import type { Role } from '#shared/terms.ts'
import { lcpsStandsIn, type Transfer } from '#shared/transfers/transfer.ts'
import type { Command, CommandName } from '#shared/wire/command.ts'
import { type By, SUBJECTS } from '#shared/wire/event.ts'
import type { RefusalCode } from '#shared/wire/refusal.ts'
import { type Act, type Action, type Basis, OTHER_ACTS, type OtherAct, type Via } from './act.ts'

/** In which capacity, by which right, in whose place. */
export type Capacity = Pick<Act, 'role' | 'org' | 'basis' | 'behalf' | 'emergency'>

const NOBODY: Capacity = { role: null, org: null, basis: null, behalf: null, emergency: false }
const SYSTEM_CAPACITY: Capacity = { ...NOBODY, role: 'system', basis: 'system' }

const inPlaceOf = ({ role, org, deputy }: Membership, transfer: Transfer | null): string | null => {
  if (deputy === true) return `${role}@${org}`
  const standsIn = role === 'lcps' && transfer !== null && lcpsStandsIn(transfer)
  return standsIn ? `rcps@${transfer.fromRegion}` : null
}

/** The membership that counts: a party's, else one in a party's house, else the first. `as`: the one acted in. */
export function capacityOf(person: Person, transfer: Transfer | null, as?: By): Capacity {
  if (isSystem(person)) return SYSTEM_CAPACITY
  const held = person.memberships.filter(
    ({ role, org }) => as === undefined || (role === as.role && org === as.org),
  )
  const found = basisAmong(held, transfer)
  if (found !== null) {
    const { membership, basis } = found
    const { role, org } = membership
    return { role, org, basis, behalf: inPlaceOf(membership, transfer), emergency: false }
  }
  const [first] = held
  if (first === undefined)
    return as === undefined ? NOBODY : { ...NOBODY, role: as.role as Role, org: as.org, basis: 'role' }
  const emergency = transfer !== null && isByEmergency(person, transfer)
  const basis = emergency ? 'emergency' : 'role'
  return { role: first.role, org: first.org, basis, behalf: inPlaceOf(first, transfer), emergency }
}

function basisAmong(
  held: readonly Membership[],
  transfer: Transfer | null,
): { membership: Membership; basis: Basis } | null {
  if (transfer === null) return null
  for (const membership of held) {
    const [party] = partiesOf(membership, transfer)
    if (party !== undefined) return { membership, basis: party }
  }
  const audience = transferAudience(transfer)
  const housed = held.find((one) => sharesKey(keysOf({ memberships: [one] }), audience))
  return housed === undefined ? null : { membership: housed, basis: 'house' }
}

const CREATES: readonly CommandName[] = [
  'transfer.submit',
  'ride.plan',
  'phase.announce',
  'alert.raise',
  'setting.decide',
  'wish.publish',
  'exemption.grant',
  'key-set.record',
  'region-key.set',
  'abroad.open',
  'abroad.close',
  'partner.enter',
]
export const actionOf = (name: CommandName): Action => (CREATES.includes(name) ? 'C' : 'U')

type Happened = { at: string; person: Person; via: Via }

const base = ({ at, person, via }: Happened): Omit<Act, keyof Capacity | 'event' | 'action'> => ({
  at,
  outcome: 'done',
  reason: null,
  person: person.id,
  session: via.session,
  subject: 'transfer',
  subjectId: null,
  transfer: null,
  code: null,
  codes: null,
  request: via.request,
  address: via.address,
  once: null,
})

/** What a refusal leaves of a right: who it was, and none. */
const unfounded = (capacity: Capacity): Capacity => ({ ...capacity, basis: null })

/** A command that was performed (`as`: in which capacity) or refused. `transfer`: as far as it is known. */
export function commandAct(
  happened: Happened,
  command: Command,
  transfer: Pick<Transfer, 'id' | 'code'> | null,
  ended: { capacity: Capacity; refused?: RefusalCode },
): Act {
  const first = command.name.slice(0, command.name.indexOf('.'))
  // An emergency access is about the transfer that it opens; what is listed is named by its noun.
  const isEmergency = first === 'emergency'
  const subject = SUBJECTS.find((one) => one === first) ?? (isEmergency ? 'transfer' : 'register')
  const named: Record<string, unknown> = command.payload
  const own = isEmergency ? transfer?.id : named[first.replace(/-./g, (dash) => dash.slice(1).toUpperCase())]
  const id = own ?? (subject === 'beds' ? `${named.hospital}:${named.bed}` : null)
  return {
    ...base(happened),
    ...(ended.refused === undefined ? ended.capacity : unfounded(ended.capacity)),
    event: command.name,
    action: actionOf(command.name),
    emergency: isEmergency || ended.capacity.emergency,
    outcome: ended.refused === undefined ? 'done' : 'refused',
    reason: ended.refused ?? null,
    subject,
    subjectId: typeof id === 'string' ? id : null,
    transfer: transfer?.id ?? (typeof named.transfer === 'string' ? named.transfer : null),
    code: transfer?.code ?? null,
  }
}

/** One transfer that was opened, printed, handed out; `refused`: not, and why. `id`: as it was asked for. */
export function readAct(
  happened: Happened,
  event: OtherAct,
  { id, transfer, refused }: { id: string; transfer: Transfer | null; refused?: RefusalCode },
): Act {
  const capacity = capacityOf(happened.person, transfer)
  return {
    ...base(happened),
    ...(refused === undefined ? capacity : unfounded(capacity)),
    event,
    action: OTHER_ACTS[event],
    outcome: refused === undefined ? 'done' : 'refused',
    reason: refused ?? null,
    subjectId: id,
    transfer: id,
    code: refused === undefined ? (transfer?.code ?? null) : null,
  }
}

/** A list that was read: one line with the codes it holds. */
export const listAct = (happened: Happened, event: OtherAct, codes: readonly string[]): Act => ({
  ...base(happened),
  ...capacityOf(happened.person, null),
  event,
  action: OTHER_ACTS[event],
  subject: 'list',
  codes: [...codes].sort(),
})

/** A transfer whose rows or news a stream brings: once per person, transfer and session. */
export const deliveryAct = (happened: Happened, transfer: Transfer): Act => ({
  ...base(happened),
  ...capacityOf(happened.person, transfer),
  event: 'stream.deliver',
  action: OTHER_ACTS['stream.deliver'],
  subjectId: transfer.id,
  transfer: transfer.id,
  code: transfer.code,
  once: `${happened.via.session} ${happened.person.id} ${transfer.id}`,
})

/** Anything about a session, a person, the record or old data. */
export const otherAct = (happened: Happened, event: string, action: Action, more: Partial<Act>): Act => ({
  ...base(happened),
  ...capacityOf(happened.person, null),
  subject: 'session',
  ...more,
  event,
  action,
})
