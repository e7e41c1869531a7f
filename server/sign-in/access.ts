// Who may come in and by which way: what the doors and the routes of signing in share. Made by start.ts: for the demo,
// or for an installation with people of its own.
import type { Membership, Person } from '#shared/access/parties.ts'
import type { People } from '#server/demo/people.ts'
import { recordSignIn } from '#server/record/sign-in.ts'
import { loadPerson, membershipsOf } from '#server/store/people.ts'
import type { Store } from '#server/store/store.ts'
import { makePasskeys, type Passkeys } from './passkeys.ts'
import { type ProviderSettings, makeProviders, type Providers } from './providers.ts'
import type { RecordSignIn } from './record.ts'
import { startStreams, type Streams } from './streams.ts'

export type Known = Person & { label: string }

/** How people sign in; null: the demo, where one is chosen. `origin`: where browsers find this installation. */
export type SignInSettings = { origin: string; providers: readonly ProviderSettings[] } | null

export type Access = {
  /** Null in the demo: no passkeys, no providers, no people of its own. */
  own: { origin: URL; passkeys: Passkeys; providers: Providers } | null
  /** Whoever is known and not disabled. */
  find: (id: string) => Promise<Known | null>
  /** What each of these people holds, asked of many at once; who is not known holds nothing. */
  membershipsOf: (ids: readonly string[]) => Promise<Map<string, readonly Membership[]>>
  streams: Streams
  record: RecordSignIn
}

type Deps = { store: Store; now: () => Date; random: (bytes: number) => Buffer; people: People }

export function makeAccess({ store, now, random, people }: Deps, settings: SignInSettings): Access {
  const streams = startStreams(store, now)
  if (settings === null) {
    const find = async (id: string) => people.find(id) ?? null
    const membershipsOf = async (ids: readonly string[]) =>
      new Map(ids.map((id) => [id, people.find(id)?.memberships ?? []]))
    return { own: null, find, membershipsOf, streams, record: recordSignIn({ store, now, find }) }
  }
  const find = (id: string) => findStored(store, id)
  const origin = new URL(settings.origin)
  return {
    own: {
      origin,
      passkeys: makePasskeys({ store, now, random }, origin),
      providers: makeProviders(settings.providers, origin),
    },
    find,
    membershipsOf: (ids) => membershipsOf(store.query, ids),
    streams,
    record: recordSignIn({ store, now, find }),
  }
}

async function findStored({ query }: Store, id: string): Promise<Known | null> {
  const found = await loadPerson(query, id)
  if (found === null || found.disabled !== null) return null
  const { label, memberships }: { label: string; memberships: Membership[] } = found
  return { id, label, memberships }
}
