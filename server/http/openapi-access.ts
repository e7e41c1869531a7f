// The parts of the OpenAPI document about getting in (signing in, one's own account, the admin's people) and, from the
// file beside it, about fair share.
// Read by openapi.ts.
import type { $ZodType } from 'zod/v4/core'
import { inviteAnswer, invited, newPerson, passkeyAnswer, roles } from '#shared/wire/accounts.ts'
import { newHold } from '#shared/wire/holds.ts'
import { newLine, newUra } from '#shared/wire/organisations.ts'
import type { Route } from './openapi.ts'
import { SHARES_NAMED, shareRoutes } from './openapi-shares.ts'

type Json = (schema: $ZodType) => Record<string, unknown>

export const accessRoutes = (json: Json): Record<string, Route> => ({
  ...wayRoutes(json),
  ...providerRoutes,
  ...accountRoutes(json),
  ...adminRoutes(json),
  ...shareRoutes,
  ...holdRoutes(json),
})

const wayRoutes = (json: Json): Record<string, Route> => ({
  'post /api/session/seen': {
    summary: 'A sign of the person: the screen locks after half an hour without one.',
    answers: null,
  },
  'post /api/session/lock': { summary: 'Locks the screen now.', answers: null },
  'get /api/session/ways': {
    summary: 'How one can sign in here.',
    answers: 'SignInWays',
    open: true,
  },
  'post /api/session/passkey/options': {
    summary: 'A challenge to sign in with a passkey (WebAuthn); good once, for five minutes.',
    answers: 'PasskeyOptions',
    open: true,
  },
  'post /api/session/passkey': {
    summary: 'Signs in with a passkey. Sets the session cookie.',
    answers: 'Session',
    open: true,
    takes: json(passkeyAnswer),
  },
  'post /api/session/fresh/options': {
    summary: 'A challenge to show one’s passkey once more: it unlocks, and opens acts that ask for it.',
    answers: 'PasskeyOptions',
  },
  'post /api/session/fresh': {
    summary: 'Unlocks the session; for five minutes acts that ask for a passkey may be done.',
    answers: 'Session',
    takes: json(passkeyAnswer),
  },
  'post /api/session/invite/options': {
    summary: 'For whom an invitation is, and what makes its passkey. 422 when it was used or has expired.',
    answers: 'InviteOptions',
    open: true,
    takes: json(invited),
  },
  'post /api/session/invite': {
    summary: 'Uses the invitation up: keeps the passkey and signs in.',
    answers: 'Session',
    open: true,
    takes: json(inviteAnswer),
  },
})

const providerRoutes: Record<string, Route> = {
  'get /api/session/provider/{id}': {
    summary: 'Sends the browser to a hospital’s own provider (OpenID Connect).',
    answers: null,
    moves: true,
    open: true,
    query: { naar: 'The path to come back to.' },
  },
  'get /api/session/provider/{id}/return': {
    summary: 'Where the provider sends the browser back to. Sets the session cookie.',
    answers: null,
    moves: true,
    open: true,
    query: { code: 'The provider’s code.', state: 'What was sent along.', iss: 'Who answers.' },
  },
}

const accountRoutes = (json: Json): Record<string, Route> => ({
  'get /api/account/sessions': { summary: 'One’s own sessions, the newest first.', answers: 'OwnSessions' },
  'delete /api/account/sessions/{id}': { summary: 'Ends one of one’s own sessions.', answers: null },
  'get /api/account/passkeys': { summary: 'One’s own passkeys.', answers: 'OwnPasskeys' },
  'post /api/account/passkeys/options': {
    summary: 'What makes one more passkey; asks for a passkey or sign-in of the last five minutes.',
    answers: 'PasskeyOptions',
  },
  'post /api/account/passkeys': {
    summary: 'Keeps one more passkey.',
    answers: null,
    takes: json(passkeyAnswer),
  },
  'delete /api/account/passkeys/{id}': { summary: 'Drops one of one’s own passkeys.', answers: null },
})

const adminRoutes = (json: Json): Record<string, Route> => ({
  'get /api/admin/people': {
    summary: 'The people this admin lets in: a page of at most 100, by label.',
    answers: 'PeoplePage',
    query: { words: 'Words of the label.', after: 'The `next` of the page before.' },
  },
  'post /api/admin/people': {
    summary: 'A new person with roles, and the link that lets them in once, within a day.',
    answers: 'Invitation',
    takes: json(newPerson),
  },
  'get /api/admin/people/{id}': { summary: 'One of them.', answers: 'AdminPerson' },
  'post /api/admin/people/{id}/roles': {
    summary: 'Gives these roles and takes the others an admin gave; ends the person’s sessions.',
    answers: null,
    takes: json(roles),
  },
  'post /api/admin/people/{id}/invite': {
    summary: 'A new link; an earlier one ends.',
    answers: 'Invitation',
  },
  'post /api/admin/people/{id}/disable': {
    summary: 'Lets the person in no longer; ends sessions and streams within seconds.',
    answers: null,
  },
  'post /api/admin/people/{id}/enable': { summary: 'Lets the person in again.', answers: null },
  'delete /api/admin/people/{id}/sessions': {
    summary: 'Ends all sessions of the person.',
    answers: null,
  },
  'post /api/admin/import': {
    summary:
      'A CSV file of people and their roles (docs/people-csv.md), at most 16 MB: what would come of it, line by line. ' +
      'For who administers all of brancard.',
    answers: 'ImportReport',
    takes: { type: 'string' },
    takesType: 'text/csv',
    query: { run: '`keep`: takes the people whose lines are all well. Else nothing is written.' },
  },
  'get /api/admin/organisations': {
    summary:
      'Each role at each organisation this admin reaches: who hold it, and its phone line. At most 100.',
    answers: 'OrgRoles',
    query: { words: 'Words of the place, the role’s code or the URA.' },
  },
  'post /api/admin/organisations/{id}/phone': {
    summary: 'The phone line of a role there, which the parties of its transfers see; null takes it away.',
    answers: null,
    takes: json(newLine),
  },
  'post /api/admin/organisations/{id}/ura': {
    summary: 'The URA number of one organisation; null: none. For who administers all of brancard.',
    answers: null,
    takes: json(newUra),
  },
  'get /api/admin/providers': {
    summary: 'How the providers are configured, without secrets. For who administers all of brancard.',
    answers: 'AdminProviders',
  },
})

const holdRoutes = (json: Json): Record<string, Route> => ({
  'get /api/admin/holds': {
    summary: 'Legal holds, the newest first, at most 100. For who administers all of brancard.',
    answers: 'LegalHolds',
  },
  'post /api/admin/holds': {
    summary: 'Keeps everything of the transfers with this code until the hold is lifted.',
    answers: 'HoldLaid',
    takes: json(newHold),
  },
  'delete /api/admin/holds/{id}': { summary: 'Lifts the hold of the transfer.', answers: null },
})

export const ACCESS_NAMED: Record<string, string> = {
  ...SHARES_NAMED,
  AdminPerson: 'AdminPerson (shared/wire/accounts.ts).',
  AdminProviders: 'A list of AdminProvider (shared/wire/providers.ts).',
  HoldLaid: 'HoldLaid (shared/wire/holds.ts): how many have the code, how many are held from now on.',
  ImportReport: 'ImportReport (shared/wire/people-file.ts).',
  Invitation: 'Invitation (shared/wire/accounts.ts): a link that is shown once.',
  InviteOptions: 'InviteOptions (shared/wire/accounts.ts).',
  LegalHolds: 'A list of LegalHold (shared/wire/holds.ts).',
  OrgRoles: 'OrgRoles (shared/wire/organisations.ts).',
  OwnPasskeys: 'A list of OwnPasskey (shared/wire/accounts.ts).',
  OwnSessions: 'A list of OwnSession (shared/wire/accounts.ts).',
  PasskeyOptions: 'PasskeyOptions (shared/wire/accounts.ts): for the browser’s passkey functions.',
  PeoplePage: 'PeoplePage (shared/wire/accounts.ts).',
  SignInWays: 'SignInWays (shared/wire/accounts.ts).',
}
