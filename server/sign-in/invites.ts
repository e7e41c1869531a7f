// Invitations: a link that gives its person one passkey, once, within a day; and the first administrator's, printed at
// the start of an installation that has nobody yet. Used by main.ts and the admin's routes.
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import type { Invitation } from '#shared/wire/accounts.ts'
import { derivedId } from '#server/derived-id.ts'
import { savePasskey, type PasskeyRow } from '#server/store/passkeys.ts'
import { loadPerson, nobodyYet, replaceMemberships, savePerson } from '#server/store/people.ts'
import {
  dropInvites,
  peekSingleUse,
  saveSingleUse,
  type SingleUse,
  takeSingleUse,
} from '#server/store/single-use.ts'
import type { Db, Store } from '#server/store/store.ts'
import { functionLabel } from './function-label.ts'
import { drawToken, hashOf } from './secret.ts'

const HOURS = 24

type Deps = { db: Db; now: Date; random: (bytes: number) => Buffer; origin: URL }

/** `person` null: the first administrator. An earlier invitation of the same person ends. */
export async function makeInvite(
  { db, now, random, origin }: Deps,
  person: string | null,
): Promise<Omit<Invitation, 'person'>> {
  const token = drawToken(random)
  const expires = new Date(now.getTime() + HOURS * 3_600_000).toISOString()
  await dropInvites(db, person)
  await saveSingleUse(db, {
    hash: hashOf(token),
    purpose: person === null ? 'setup' : 'invite',
    person,
    bound: '',
    created: now.toISOString(),
    expires,
  })
  // After the #: no server, proxy or log sees it.
  return { link: new URL(`/uitnodiging#${token}`, origin).href, expires }
}

/** Null once there is anybody. */
export async function setupLink(deps: Omit<Deps, 'db'>, store: Store): Promise<string | null> {
  if (!(await nobodyYet(store.query))) return null
  return (await makeInvite({ ...deps, db: store.query }, null)).link
}

export type Guest = { id: string; label: string; setup: boolean }

/** For whom an invitation is, without using it up; null: spent. */
export async function guestOf(db: Db, token: string, now: string): Promise<Guest | null> {
  const found = await peekSingleUse(db, hashOf(token), ['invite', 'setup'], now)
  return found === null ? null : guest(db, found)
}

async function guest(db: Db, { purpose, person, hash }: SingleUse): Promise<Guest | null> {
  if (purpose === 'setup')
    return { id: derivedId('setup', hash), label: functionLabel('admin', 'brancard'), setup: true }
  const known = await loadPerson(db, person ?? '')
  return known === null || known.disabled !== null ? null : { id: known.id, label: known.label, setup: false }
}

/** Uses the invitation up and keeps its passkey, both or neither. Null: somebody else was first. */
export function acceptInvite(
  store: Store,
  token: string,
  passkey: PasskeyRow,
  now: string,
): Promise<Guest | null> {
  return store.transaction(async (tx) => {
    const asked = await peekSingleUse(tx.db, hashOf(token), ['invite', 'setup'], now)
    const used = asked && (await takeSingleUse(tx.db, asked.hash, asked.purpose, now))
    const found = used && (await guest(tx.db, used))
    if (found === null || found.id !== passkey.person) return null
    if (found.setup) {
      if (!(await nobodyYet(tx.db))) return null
      await savePerson(tx, { id: found.id, label: found.label, created: now, disabled: null })
      await replaceMemberships(tx, found.id, 'admin', [{ role: 'admin', org: ADMIN_ORG }])
    }
    await savePasskey(tx, passkey)
    return found
  })
}
