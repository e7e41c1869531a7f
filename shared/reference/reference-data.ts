// All reference data together, with the shape that each file must have.
// Used by the check at the server's start; phones take single files through their own doors.
import * as z from 'zod/mini'
import { VEHICLE_KINDS } from '#shared/terms.ts'
import type { DistanceTable } from './distances.ts'
import type { Carrier, Vehicle } from './fleet.ts'
import type { Hospital } from './hospitals.ts'
import type { MicuCentre } from './micu-centres.ts'
import type { Partner } from './partners.ts'
import type { Group, Region } from './regions.ts'
import type { SafetyRegion } from './safety-regions.ts'

export interface ReferenceData {
  readonly hospitals: readonly Hospital[]
  readonly regions: readonly Region[]
  readonly groups: readonly Group[]
  readonly safetyRegions: readonly SafetyRegion[]
  readonly micuCentres: readonly MicuCentre[]
  readonly partners: readonly Partner[]
  readonly carriers: readonly Carrier[]
  readonly fleet: readonly Vehicle[]
  readonly distances: DistanceTable
}

const text = z.string().check(z.regex(/\S/))
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const whole = z.int().check(z.minimum(0))
const atLeastOne = z.int().check(z.minimum(1))
const lat = z.number().check(z.minimum(-90), z.maximum(90))
const lon = z.number().check(z.minimum(-180), z.maximum(180))
const vr = z.string().check(z.regex(/^VR\d\d$/))
const bedSteps = z.strictObject({ step999: whole, step1141: whole, step1250: whole })
const hours = z.nullable(
  z.strictObject({
    from: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
    until: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)),
  }),
)

const hospital: z.ZodMiniType<Hospital> = z.strictObject({
  id,
  name: text,
  short: text.check(z.maxLength(22)),
  city: text,
  lat,
  lon,
  region: id,
  group: id,
  safetyRegion: vr,
  hasIc: z.boolean(),
  umc: z.boolean(),
  micuCentre: z.boolean(),
  icBedsEstimate: z.nullable(bedSteps),
  fictional: z.strictObject({
    ura: z.string().check(z.regex(/^9990\d{4}$/)),
    wardBeds: atLeastOne,
    icOperational: whole,
    boss: z.strictObject({ ic: whole, ward: whole }),
    hfno: z.boolean(),
    isolation: z.boolean(),
  }),
})

const region: z.ZodMiniType<Region> = z.strictObject({
  id,
  code: text,
  name: text,
  group: id,
  traumaCentre: id,
  safetyRegions: z.strictObject({
    whole: z.array(vr),
    part: z.array(z.strictObject({ code: vr, municipalities: text })),
  }),
})

const group: z.ZodMiniType<Group> = z.strictObject({
  id,
  name: text,
  regions: z.array(id).check(z.minLength(1)),
  keyPercent: z.number().check(z.gt(0), z.multipleOf(0.1)),
  icBeds: bedSteps,
})

const safetyRegion: z.ZodMiniType<SafetyRegion> = z.strictObject({
  code: vr,
  name: text,
  rav: z.strictObject({ id, name: text, fictional: z.boolean() }),
})

const micuCentre: z.ZodMiniType<MicuCentre> = z.strictObject({
  id,
  name: text,
  hospital: id,
  regions: z.array(id).check(z.minLength(1)),
  hours,
  vehicles: z.strictObject({ regular: atLeastOne, max: atLeastOne }),
})

const partner: z.ZodMiniType<Partner> = z.strictObject({
  id,
  name: text,
  city: text,
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  lat,
  lon,
  nearBorder: z.boolean(),
  nearBorderReading: text,
  coordinates: z.strictObject({ bed: text, area: text }),
})

const carrier: z.ZodMiniType<Carrier> = z.strictObject({
  id,
  name: text,
  city: text,
  lat,
  lon,
  fictional: z.boolean(),
})

const vehicle: z.ZodMiniType<Vehicle> = z.strictObject({
  id,
  kind: z.enum(VEHICLE_KINDS),
  name: text,
  org: id,
  lat,
  lon,
  hours,
  oxygen: z.array(z.strictObject({ litres: z.number().check(z.gt(0)), bar: z.number().check(z.gt(0)) })),
  abilities: z.strictObject({ hfno: z.boolean(), isolation: z.boolean(), bariatric: z.boolean() }),
  fictional: z.boolean(),
})

export const referenceShape: z.ZodMiniType<ReferenceData> = z.strictObject({
  hospitals: z.array(hospital),
  regions: z.array(region),
  groups: z.array(group),
  safetyRegions: z.array(safetyRegion),
  micuCentres: z.array(micuCentre),
  partners: z.array(partner),
  carriers: z.array(carrier),
  fleet: z.array(vehicle),
  // Files carry an `about` beside the table; a table's own numbers are held to whole numbers.
  distances: z.object({
    hospitals: z.array(id),
    km: z.array(atLeastOne),
    micuMinutes: z.array(atLeastOne),
    ambulanceSooner: z.array(whole),
  }),
})
