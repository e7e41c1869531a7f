// Somebody comes back from a provider: who that is here, with which roles, or why not. Called by provider-routes.ts.
import type { Membership } from '#shared/access/parties.ts'
import { rolePlace } from '#shared/access/role-places.ts'
import {
  loadPerson,
  personOfIdentity,
  replaceMemberships,
  saveIdentity,
  savePerson,
  type StoredPerson,
} from '#server/store/people.ts'
import type { Store, Tx } from '#server/store/store.ts'
import { urasOf } from '#server/store/uras.ts'
import type { Known } from './access.ts'
import { membershipsFrom } from './claims.ts'
import { functionLabel } from './function-label.ts'
import type { ProviderSettings, Vouched } from './providers.ts'
import { drawId } from './secret.ts'

type Deps = { store: Store; now: Date; random: (bytes: number) => Buffer }
/** `changed`: other roles than at the last sign-in, so that what stands open by the old ones must end. */
export type Admitted =
  | { known: Known; changed: boolean }
  | { refused: 'no-access' | 'disabled'; person: string | null }

/** A person is known by issuer and subject, never by an address or a name. Roles are as the provider says now. */
export function admit(
  { store, now, random }: Deps,
  provider: ProviderSettings,
  { issuer, subject, claims }: Vouched,
): Promise<Admitted> {
  const source = `provider:${provider.id}`
  return store.transaction(async (tx) => {
    const given = membershipsFrom(provider, claims, await urasOf(tx.db))
    const id = await personOfIdentity(tx.db, { issuer, subject })
    const before = id === null ? null : await loadPerson(tx.db, id)
    if (before?.disabled != null) return { refused: 'disabled', person: before.id }
    if (before === null && given.length === 0) return { refused: 'no-access', person: null }
    const person = before ?? (await welcome(tx, { id: drawId(random), created: now.toISOString() }, given))
    if (before === null)
      await saveIdentity(tx, {
        issuer,
        subject,
        person: person.id,
        provider: provider.id,
        created: now.toISOString(),
      })
    await replaceMemberships(tx, person.id, source, given)
    const after = await loadPerson(tx.db, person.id)
    if (after === null || after.memberships.length === 0) return { refused: 'no-access', person: person.id }
    const { label, memberships } = after
    return { known: { id: person.id, label, memberships }, changed: before !== null && !same(before, after) }
  })
}

async function welcome(
  tx: Tx,
  made: { id: string; created: string },
  [first]: readonly Membership[],
): Promise<{ id: string }> {
  const place = first && rolePlace(first)
  const label = place === undefined ? made.id : functionLabel(place.role, place.place)
  await savePerson(tx, { ...made, label, disabled: null })
  return made
}

const same = (one: StoredPerson, other: StoredPerson): boolean =>
  JSON.stringify(one.memberships) === JSON.stringify(other.memberships)
