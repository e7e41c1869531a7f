// The reference data as shipped, all files together.
// The server checks it at start and seeds from it; phones never load this file.
import { distances } from './distances.ts'
import { carriers, fleet } from './fleet.ts'
import { hospitals } from './hospitals.ts'
import { micuCentres } from './micu-centres.ts'
import { partners } from './partners.ts'
import type { ReferenceData } from './reference-data.ts'
import { groups, regions } from './regions.ts'
import { safetyRegions } from './safety-regions.ts'

export const shippedReference: ReferenceData = {
  hospitals,
  regions,
  groups,
  safetyRegions,
  micuCentres,
  partners,
  carriers,
  fleet,
  distances,
}
