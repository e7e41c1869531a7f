import { carriers, vehicle } from '#shared/reference/fleet.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { micuCentre } from '#shared/reference/micu-centres.ts'
import { region } from '#shared/reference/regions.ts'
import { safetyRegionOfRav } from '#shared/reference/safety-regions.ts'
import { LCPS_ORG } from '#shared/access/parties.ts'
import { tryT } from '#web/i18n/t.ts'

/** The short name people use; the id itself for one this app does not know (yet). */
export const hospitalName = (id: string): string => hospital(id)?.short ?? id

/** The code people use: AZEUR. */
export const regionName = (id: string): string => region(id)?.code ?? id

/** The call sign. */
export const vehicleName = (id: string): string => vehicle(id)?.name ?? id

/** Any organisation that may act: hospital, region, LCPS, MICU centre, RAV, carrier, vehicle, deciding body. */
export const orgName = (id: string): string =>
  (id === LCPS_ORG ? tryT('terms.role.lcps') : undefined) ??
  hospital(id)?.short ??
  region(id)?.code ??
  micuCentre(id)?.name ??
  safetyRegionOfRav(id)?.rav.name ??
  carriers.find((carrier) => carrier.id === id)?.name ??
  vehicle(id)?.name ??
  tryT(`terms.body.${id}`) ??
  id
