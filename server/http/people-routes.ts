// The administrator's people: to find, invite, give roles, disable, and end the sessions of. Every change asks for a
// passkey shown just now. Mounted by app.ts under /api/admin/people; not in the demo.
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type * as z from 'zod/mini'
import { identityIn } from '#shared/access/free-text.ts'
import { administers, mayAdminister, mayGive } from '#shared/access/may-administer.ts'
import type { Membership } from '#shared/access/parties.ts'
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import {
  type AdminPerson,
  type Invitation,
  newPerson,
  type PeoplePage,
  roles,
} from '#shared/wire/accounts.ts'
import { makeInvite } from '#server/sign-in/invites.ts'
import { drawId } from '#server/sign-in/secret.ts'
import {
  adminsOf,
  countsOf,
  listPeople,
  loadPerson,
  replaceMemberships,
  savePerson,
  setDisabled,
  type StoredPerson,
} from '#server/store/people.ts'
import { endSessionsOf } from '#server/store/sessions.ts'
import { dropInvites, openInvites } from '#server/store/single-use.ts'
import type { Tx } from '#server/store/store.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { recordRead } from './recorded.ts'
import { fresh } from './session.ts'
import { tell } from './tell.ts'

const PAGE = 100

export function peopleRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(isAdmin)
  app.get('/', recordRead(parts, 'access.read-people'), (c) => list(parts, c))
  app.post('/', fresh, (c) => invitePerson(parts, c))
  app.get('/:id', recordRead(parts, 'access.read-person'), (c) =>
    withPerson(parts, c, async (one) => c.json((await shown(parts, [one]))[0])),
  )
  app.post('/:id/roles', fresh, (c) => withPerson(parts, c, (one) => giveRoles(parts, c, one)))
  app.post('/:id/invite', fresh, (c) => withPerson(parts, c, (one) => inviteAgain(parts, c, one)))
  app.post('/:id/disable', fresh, (c) => withPerson(parts, c, (one) => disable(parts, c, one)))
  app.post('/:id/enable', fresh, (c) => withPerson(parts, c, (one) => enable(parts, c, one)))
  app.delete('/:id/sessions', fresh, (c) => withPerson(parts, c, (one) => endAll(parts, c, one)))
  return app
}

/** Who administers nothing cannot tell that there is anything here. */
const isAdmin = createMiddleware<AppEnv>(async (c, next) => {
  const orgs = administers(c.get('signedIn').person)
  return orgs !== null && orgs.length === 0 ? problem(c, { code: 'not-found' }) : next()
})

async function list(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const orgs = administers(c.get('signedIn').person)
  const asked = { words: (c.req.query('words') ?? '').slice(0, 100), orgs, after: c.req.query('after') ?? '' }
  const rows = await listPeople(parts.hinge.store.query, { ...asked, limit: PAGE + 1 })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return c.json({
    people: await shown(parts, rows.slice(0, PAGE)),
    next: last === undefined ? null : `${last.label}\n${last.id}`,
  } satisfies PeoplePage)
}

async function shown({ hinge }: AppParts, rows: readonly StoredPerson[]): Promise<AdminPerson[]> {
  const now = hinge.now().toISOString()
  const ids = rows.map(({ id }) => id)
  const invites = await openInvites(hinge.store.query, ids, now)
  const counts = await countsOf(hinge.store.query, ids, now)
  return rows.map(({ id, label, memberships, disabled, created }) => ({
    id,
    label,
    memberships,
    disabled,
    created,
    invited: invites.get(id) ?? null,
    ...(counts.get(id) ?? { passkeys: 0, providers: [], sessions: 0 }),
  }))
}

/** Absent and not theirs to change are one answer. */
async function withPerson(
  { hinge }: AppParts,
  c: Context<AppEnv>,
  act: (one: StoredPerson) => Promise<Response>,
): Promise<Response> {
  const one = await loadPerson(hinge.store.query, c.req.param('id') ?? '')
  return one === null || !mayAdminister(c.get('signedIn').person, one)
    ? problem(c, { code: 'not-found' })
    : act(one)
}

async function invitePerson(parts: AppParts, c: Context<AppEnv>): Promise<Response> {
  const body = await readBody(c, newPerson)
  if ('refused' in body) return problem(c, body.refused)
  const { label } = body.read
  const memberships = membershipsIn(body.read)
  if (identityIn(label) !== null)
    return problem(c, { code: 'text.identity', fields: [{ field: 'label', fault: 'format' }] })
  if (!mayGive(c.get('signedIn').person, memberships)) return problem(c, { code: 'role.refused' })
  const { store, now, random } = parts.hinge
  const id = drawId(random)
  const made = await store.transaction(async (tx) => {
    await savePerson(tx, { id, label, created: now().toISOString(), disabled: null })
    await replaceMemberships(tx, id, 'admin', memberships)
    return inviteOf(parts, tx, id)
  })
  await tell(parts, c, { what: 'invited', person: id, reason: namesOf(memberships) })
  return c.json({ person: id, ...made } satisfies Invitation)
}

const inviteOf = ({ hinge, access }: AppParts, { db }: Tx, person: string) =>
  makeInvite(
    { db, now: hinge.now(), random: hinge.random, origin: access.own?.origin ?? new URL('https://invalid') },
    person,
  )

const membershipsIn = ({ memberships }: z.output<typeof roles>): Membership[] =>
  memberships.map(({ role, org, deputy }) => ({ role, org, ...(deputy === true ? { deputy } : {}) }))

const namesOf = (memberships: readonly { role: string; org: string }[]): string =>
  memberships.map(({ role, org }) => `${role}@${org}`).join(' ')

async function inviteAgain(
  parts: AppParts,
  c: Context<AppEnv>,
  { id, disabled }: StoredPerson,
): Promise<Response> {
  if (disabled !== null) return problem(c, { code: 'step.refused', facts: { state: 'disabled' } })
  const made = await parts.hinge.store.transaction((tx) => inviteOf(parts, tx, id))
  await tell(parts, c, { what: 'invited', person: id })
  return c.json({ person: id, ...made } satisfies Invitation)
}

/** What an admin gave; what a provider says comes on top at the next sign-in. Other roles, other sessions. */
async function giveRoles(parts: AppParts, c: Context<AppEnv>, { id }: StoredPerson): Promise<Response> {
  const body = await readBody(c, roles)
  if ('refused' in body) return problem(c, body.refused)
  const memberships = membershipsIn(body.read)
  if (!mayGive(c.get('signedIn').person, memberships)) return problem(c, { code: 'role.refused' })
  const staysAdmin = memberships.some(({ role, org }) => role === 'admin' && org === ADMIN_ORG)
  return change(parts, c, id, { what: 'roles-changed', reason: namesOf(memberships), staysAdmin }, (tx) =>
    replaceMemberships(tx, id, 'admin', memberships),
  )
}

async function disable(parts: AppParts, c: Context<AppEnv>, { id }: StoredPerson): Promise<Response> {
  const now = parts.hinge.now().toISOString()
  return change(parts, c, id, { what: 'disabled', reason: null, staysAdmin: false }, async (tx) => {
    await setDisabled(tx, id, now)
    await dropInvites(tx.db, id)
  })
}

async function enable(parts: AppParts, c: Context<AppEnv>, { id }: StoredPerson): Promise<Response> {
  return change(parts, c, id, { what: 'enabled', reason: null, staysAdmin: true }, (tx) =>
    setDisabled(tx, id, null),
  )
}

async function endAll(parts: AppParts, c: Context<AppEnv>, { id }: StoredPerson): Promise<Response> {
  return change(
    parts,
    c,
    id,
    { what: 'sessions-ended', reason: null, staysAdmin: true },
    async () => undefined,
  )
}

type Change = {
  what: 'roles-changed' | 'disabled' | 'enabled' | 'sessions-ended'
  reason: string | null
  /** Whether this person, if they administer everything, still does after. */
  staysAdmin: boolean
}

/** Ends the person's sessions in the same transaction, and their streams at once on this server. */
async function change(
  parts: AppParts,
  c: Context<AppEnv>,
  id: string,
  { what, reason, staysAdmin }: Change,
  work: (tx: Tx) => Promise<void>,
): Promise<Response> {
  const done = await parts.hinge.store.transaction(async (tx) => {
    const admins = staysAdmin ? [] : await adminsOf(tx, ADMIN_ORG)
    if (admins.includes(id) && admins.length === 1) return false
    await work(tx)
    await endSessionsOf(tx.db, id)
    return true
  })
  if (!done) return problem(c, { code: 'admin.last' })
  await parts.access.streams.check()
  await tell(parts, c, { what, person: id, reason })
  return c.body(null, 204)
}
