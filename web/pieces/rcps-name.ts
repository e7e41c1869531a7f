import { regionNames } from '#shared/reference/names.ts'
import { t } from '#web/i18n/t.ts'

import { orgName } from './place-name.ts'

const NETWORK = /^(Netwerk Acute Zorg( regio)?|Acute Zorg(netwerk|regio)?|Traumacentrum) /

/** "RCPS Zwolle": the region as people say it. */
export const rcpsName = (id: string): string =>
  t('transfers.rcps', { region: regionNames(id)?.name.replace(NETWORK, '') ?? id })

/** A function's organisation as the one who acts: "RCPS Zwolle", "Isala Zwolle", "LCPS", "MICU Zwolle 1". */
export const actorOrg = (role: string, org: string): string =>
  role === 'rcps' ? rcpsName(org) : orgName(org)
