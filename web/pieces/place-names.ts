import { carriers, vehicle } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import { region } from '#shared/reference/regions.ts'
import { safetyRegionOfRav } from '#shared/reference/safety-regions.ts'
import { t } from '#web/i18n/t.ts'

/** "Isala Zwolle"; the id where this build does not know it. */
export const hospitalName = (id: string): string => hospital(id)?.short ?? id

const NETWORK = /^(Netwerk Acute Zorg( regio)?|Acute Zorg(netwerk|regio)?|Traumacentrum) /

/** A region as people say it: "Zwolle", "Noord-Nederland". */
export const regionName = (id: string): string => region(id)?.name.replace(NETWORK, '') ?? id

export const rcpsName = (id: string): string => t('transfers.rcps', { region: regionName(id) })

/** The call sign: "MICU Zwolle 1". */
export const vehicleName = (id: string): string => vehicle(id)?.name ?? id

/** MICU centre, RAV or carrier. */
export const deskName = (id: string): string =>
  micuCentre(id)?.name ??
  safetyRegionOfRav(id)?.rav.name ??
  carriers.find((carrier) => carrier.id === id)?.name ??
  id

/** Any organisation, by the role that acts there: "RCPS Zwolle", "Isala Zwolle", "LCPS". */
export function orgName(role: string, org: string): string {
  if (role === 'rcps') return rcpsName(org)
  if (role === 'lcps') return t('transfers.lcps')
  if (role === 'crew') return vehicleName(org)
  if (role === 'transport-desk') return deskName(org)
  return hospital(org)?.short ?? region(org)?.code ?? deskName(org)
}
