import { expect, it } from 'vitest'
import { carriers, fleet } from '#shared/reference/fleet.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { micuCentres } from '#shared/reference/micu-centres.ts'
import { deskName, hospitalShort, regionNames, vehicleCallSign } from '#shared/reference/names.ts'
import { regions } from '#shared/reference/regions.ts'
import { safetyRegions } from '#shared/reference/safety-regions.ts'

it('the names for lists are those of the files they come from', () => {
  for (const { id, short } of hospitals) expect(hospitalShort(id)).toBe(short)
  for (const { id, code, name } of regions) expect(regionNames(id)).toEqual({ code, name })
  for (const { id, name } of [...micuCentres, ...safetyRegions.map(({ rav }) => rav), ...carriers])
    expect(deskName(id)).toBe(name)
  for (const { id, name } of fleet) expect(vehicleCallSign(id)).toBe(name)
  expect(hospitalShort('toString')).toBeUndefined()
})
