import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/** The compiled source files as they are read; what is not carried over is not named here. */
const steps = z.object({ step999: z.number(), step1141: z.number(), step1250: z.number() })
const hospitalsFile = z.object({
  hospitals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      city: z.string(),
      lat: z.number(),
      lon: z.number(),
      region: z.string(),
      group: z.string(),
      safetyRegion: z.string(),
      hasIc: z.boolean(),
      umc: z.boolean(),
      micuCentre: z.boolean(),
      icBedsEstimate: z.nullable(steps),
    }),
  ),
})
const regionsFile = z.object({
  table1: z.array(
    z.object({
      row: z.string(),
      regions: z.array(z.string()),
      label: z.string(),
      key_percent: z.number(),
      beds_base: z.number(),
      beds_phase_1plus: z.number(),
      beds_max: z.number(),
    }),
  ),
  regions: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      trauma_centre: z.string(),
      safety_regions_whole: z.array(z.string()),
      safety_regions_part: z.array(z.string()),
      table1_row: z.string(),
    }),
  ),
})
const micuFile = z.object({
  centres: z.array(
    z.object({
      hospital_id: z.string(),
      name: z.string(),
      roaz_served: z.array(z.string()),
      hours: z.nullable(z.string()),
      vehicles_regular: z.number(),
      vehicles_max: z.number(),
    }),
  ),
  helicopters: z.array(
    z.object({ id: z.string(), lat: z.number(), lon: z.number(), hours: z.optional(z.string()) }),
  ),
  abroad: z.array(z.object({ id: z.string(), name: z.string(), lat: z.number(), lon: z.number() })),
})

export interface Source {
  readonly hospitals: z.infer<typeof hospitalsFile>['hospitals']
  readonly regions: z.infer<typeof regionsFile>
  readonly micu: z.infer<typeof micuFile>
  /** Rows of hospital-distances.csv: from, to, straight km, road km, MICU and ambulance minutes. */
  readonly distances: readonly (readonly string[])[]
}
export type SourceHospital = Source['hospitals'][number]

export function readSource(folder: string): Source {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  return {
    hospitals: hospitalsFile.parse(JSON.parse(text('hospitals.json'))).hospitals,
    regions: regionsFile.parse(JSON.parse(text('regions.json'))),
    micu: micuFile.parse(JSON.parse(text('micu-centres.json'))),
    distances: text('hospital-distances.csv')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')),
  }
}

/** The first clock times of a text such as `08:00-24:00, 7 days`; null where none were published. */
export function hoursFrom(text: string | null | undefined): { from: string; until: string } | null {
  if (text?.startsWith('24 hours')) return { from: '00:00', until: '24:00' }
  const times = text?.match(/(\d\d:\d\d)-(\d\d:\d\d)/)
  return times?.[1] && times[2] ? { from: times[1], until: times[2] } : null
}
