import { LCPS_ORG } from '#shared/access/parties.ts'
import { deskName, hospitalShort, regionNames, vehicleCallSign } from '#shared/reference/names.ts'
import { namesAbroad } from '#web/i18n/names-abroad.ts'
import { tryT } from '#web/i18n/t.ts'

/** The short name people use; the id itself for one this app does not know (yet). */
export const hospitalName = (id: string): string => hospitalShort(id) ?? namesAbroad()[id] ?? id

/** The code people use: AZEUR. */
export const regionName = (id: string): string => regionNames(id)?.code ?? namesAbroad()[id] ?? id

/** The call sign. */
export const vehicleName = (id: string): string => namesAbroad()[id] ?? vehicleCallSign(id) ?? id

/** Any organisation that may act: hospital, region, LCPS, MICU centre, RAV, carrier, vehicle, deciding body. */
export const orgName = (id: string): string =>
  (id === LCPS_ORG ? tryT('terms.role.lcps') : undefined) ??
  hospitalShort(id) ??
  regionNames(id)?.code ??
  deskName(id) ??
  tryT(`terms.body.${id}`) ??
  vehicleName(id)
