// The one permission function: may this person do this to that thing? Pure, and the same answer for what is absent and
// what is not theirs to know of. Commands, routes, private parts and events are all asked here.
import { alertedAs } from '#shared/alerts/alerted.ts'
import type { Beds } from '#shared/beds/beds.ts'
import type { Role } from '#shared/terms.ts'
import type { CommandName } from '#shared/wire/command.ts'
import { COMMAND_RULES, ROUTE_RULES, type RouteName, type Rule } from './acts.ts'
import { maySee } from './may-see.ts'
import { ADMIN_ORG, isSystem, LCPS_ORG, type Membership, type Person } from './parties.ts'
import { membershipAs, sees, type Thing, type Verdict } from './standing.ts'

/** `see`: know that the row or the event is there. `read:…`: a private part of a transfer. */
export type Act = 'see' | 'read:clinical' | 'read:contacts' | CommandName | RouteName

/** May know of it, but the act is somebody else's. */
const REFUSED: Verdict = { sees: true, as: null }
const SYSTEM_MEMBERSHIP: Membership = { role: 'admin', org: 'system' }

export function may(person: Person, act: Act, thing: Thing): Verdict {
  if (isSystem(person)) return { sees: true, as: isSystemAct(act) ? SYSTEM_MEMBERSHIP : null }
  if (!sees(person, thing)) return { sees: false }
  const as = actsAs(person, act, thing)
  return as === null ? REFUSED : { sees: true, as }
}

/** Whether it is both there for this person and theirs to do. */
export const isAllowed = (person: Person, act: Act, thing: Thing): boolean => {
  const verdict = may(person, act, thing)
  return verdict.sees && verdict.as !== null
}

export const ruleOf = (act: CommandName | RouteName): Rule =>
  act in COMMAND_RULES ? COMMAND_RULES[act as CommandName] : ROUTE_RULES[act as RouteName]

/** Whether the door asks for a passkey first. */
export function asksPasskey(act: CommandName): boolean {
  const rule = ruleOf(act)
  return (rule.on === 'none' || rule.on === 'register') && rule.stepUp === true
}

const isSystemAct = (act: Act): boolean =>
  act !== 'see' && act !== 'read:clinical' && act !== 'read:contacts' && ruleOf(act).on === 'system'

const first = ({ memberships }: Person): Membership | null => memberships[0] ?? null

function actsAs(person: Person, act: Act, thing: Thing): Membership | null {
  if (act === 'see') return first(person)
  if (act === 'read:clinical' || act === 'read:contacts') {
    if (!('transfer' in thing)) return null
    const { clinical, contacts } = maySee(person, thing.transfer)
    return (act === 'read:clinical' ? clinical : contacts) ? first(person) : null
  }
  return byRule(person, ruleOf(act), thing)
}

function byRule(person: Person, rule: Rule, thing: Thing): Membership | null {
  switch (rule.on) {
    case 'transfer':
    case 'reservation':
    case 'ride':
      if (rule.shows === 'clinical' && !isAllowed(person, 'read:clinical', thing)) return null
      return rule.by === 'seers' ? first(person) : membershipAs(person, rule.by, thing)
    case 'alert':
      return thing.kind === 'alert' ? (alertedAs(thing.alert, person) ?? null) : null
    case 'beds':
    case 'phase':
    case 'register':
      return person.memberships.find((held) => rule.roles.includes(held.role) && isOwn(held, thing)) ?? null
    case 'none':
    case 'person':
      return person.memberships.find(({ role }) => rule.roles.includes(role)) ?? null
    case 'self':
      return first(person)
    default:
      return null
  }
}

/**
 * Bed figures are the hospital's own, its RCPS's and the LCPS's; a line of the register is the body's, a ROAZ speaks
 * for its own region.
 */
function isOwn({ role, org }: Membership, thing: Thing): boolean {
  if (thing.kind === 'beds') return bedPlaces(thing.beds)[role] === org
  // Who administers brancard speaks for every organisation, where an admin may at all.
  if (thing.kind === 'register') return thing.org === null || thing.org === org || org === ADMIN_ORG
  if (thing.kind !== 'phase') return false
  return thing.decidedBy === 'roaz' ? thing.scope === `region:${org}` : org === thing.decidedBy
}

const bedPlaces = ({ hospital, region }: Beds): Partial<Record<Role, string>> => ({
  'bed-desk': hospital,
  rcps: region,
  lcps: LCPS_ORG,
})
