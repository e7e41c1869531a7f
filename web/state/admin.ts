import type { Membership } from '#shared/access/parties.ts'
import type { AdminPerson, Invitation, PeoplePage } from '#shared/wire/accounts.ts'
import type { Role } from '#shared/terms.ts'
import type { Feeds, NewFeed } from '#shared/wire/capacity-feed.ts'
import type { OrgRoles } from '#shared/wire/organisations.ts'
import type { AdminProvider } from '#shared/wire/providers.ts'
import { type Came, change, read, withPasskey, write } from './access.ts'

const at = (id: string, what = ''): string => `/api/admin/people/${encodeURIComponent(id)}${what}`

export const listPeople = (words: string, after = ''): Promise<Came<PeoplePage>> =>
  read(`/api/admin/people?${new URLSearchParams({ words, after })}`)
export const loadPerson = (id: string): Promise<Came<AdminPerson>> => read(at(id))

export const invitePerson = (label: string, memberships: readonly Membership[]): Promise<Came<Invitation>> =>
  withPasskey(() => write('/api/admin/people', { label, memberships }))
export const inviteAgain = (id: string): Promise<Came<Invitation>> =>
  withPasskey(() => write(at(id, '/invite')))
export const giveRoles = (id: string, memberships: readonly Membership[]): Promise<Came> =>
  withPasskey(() => change('POST', at(id, '/roles'), { memberships }))
export const setEnabled = (id: string, enabled: boolean): Promise<Came> =>
  withPasskey(() => change('POST', at(id, enabled ? '/enable' : '/disable')))
export const endSessions = (id: string): Promise<Came> =>
  withPasskey(() => change('DELETE', at(id, '/sessions')))

export const loadProviders = (): Promise<Came<AdminProvider[]>> => read('/api/admin/providers')
export const loadOrganisations = (words: string): Promise<Came<OrgRoles>> =>
  read(`/api/admin/organisations?${new URLSearchParams({ words })}`)
export const setPhoneLine = (org: string, role: Role, phone: string | null): Promise<Came> =>
  withPasskey(() =>
    change('POST', `/api/admin/organisations/${encodeURIComponent(org)}/phone`, { role, phone }),
  )

export const enterUra = (org: string, ura: string | null): Promise<Came> =>
  withPasskey(() => change('POST', `/api/admin/organisations/${encodeURIComponent(org)}/ura`, { ura }))

export const loadFeeds = (): Promise<Came<Feeds>> => read('/api/admin/feeds')
export const makeFeed = (name: string, scope: string): Promise<Came<NewFeed>> =>
  withPasskey(() => write('/api/admin/feeds', { name, scope }))
export const endFeed = (id: string): Promise<Came> =>
  withPasskey(() => change('DELETE', `/api/admin/feeds/${encodeURIComponent(id)}`))
