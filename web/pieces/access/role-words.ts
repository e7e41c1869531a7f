import type { Membership } from '#shared/access/parties.ts'
import { ADMIN_ORG } from '#shared/access/role-places.ts'
import { t } from '#web/i18n/t.ts'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

export const roleName = ({ role, deputy }: Membership): string =>
  deputy ? t('session.roles.deputyOf', { role: term('role', role) }) : term('role', role)

export const orgOf = ({ role, org }: Membership): string =>
  role === 'admin' && org === ADMIN_ORG ? t('app.brand') : orgName(org)

/** "Intensivist, UMC Utrecht". */
export const membershipWords = (membership: Membership): string =>
  `${roleName(membership)}, ${orgOf(membership)}`
