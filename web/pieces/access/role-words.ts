import type { Membership } from '#shared/access/parties.ts'
import { rolePlace } from '#shared/access/role-places.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

export const roleName = ({ role, deputy }: Membership): string =>
  deputy ? t('session.roles.deputyOf', { role: term('role', role) }) : term('role', role)

export const orgOf = (membership: Membership): string => rolePlace(membership)?.place ?? membership.org

/** "Intensivist, UMC Utrecht". */
export const membershipWords = (membership: Membership): string =>
  `${roleName(membership)}, ${orgOf(membership)}`
