// Puts what happens at the door into the record: who came in and by which way, who was refused, what an administrator
// changed. Given to server/sign-in by access.ts.
import type { Person } from '#shared/access/parties.ts'
import { type Action, BY_ITSELF } from '#shared/record/act.ts'
import { otherAct } from '#shared/record/acts.ts'
import type { RecordSignIn, SignInEvent } from '#server/sign-in/record.ts'
import { saveAct } from '#server/store/record.ts'
import type { Store } from '#server/store/store.ts'

const ACTIONS: Record<SignInEvent['what'], Action> = {
  'signed-in': 'E',
  'signed-out': 'E',
  refused: 'E',
  locked: 'E',
  unlocked: 'E',
  invited: 'C',
  'invite-accepted': 'C',
  'passkey-added': 'C',
  'passkey-removed': 'D',
  'session-ended': 'D',
  'sessions-ended': 'D',
  'roles-changed': 'U',
  disabled: 'U',
  enabled: 'U',
}

/** Somebody who was refused before it was known who. */
const NOBODY: Person = { id: 'unknown', memberships: [] }

type Known = { store: Store; now: () => Date; find: (id: string) => Promise<Person | null> }

/** `find`: for the role and organisation of who did it. */
export const recordSignIn =
  ({ store, now, find }: Known): RecordSignIn =>
  async ({ what, request, by, person, method, reason }) => {
    const id = by ?? person
    const actor = id === null ? NOBODY : ((await find(id)) ?? { ...NOBODY, id })
    const happened = { at: now().toISOString(), person: actor, via: { ...BY_ITSELF, request } }
    await saveAct(
      store.query,
      otherAct(happened, `access.${what}`, ACTIONS[what], {
        outcome: what === 'refused' ? 'refused' : 'done',
        reason,
        subject: 'person',
        subjectId: person,
        basis: method === null ? null : `method:${method}`,
      }),
    )
  }
