import type { Group, Region } from '#shared/reference/regions.ts'
import type { SafetyRegion } from '#shared/reference/safety-regions.ts'
import type { Source } from './source.ts'

/** Names of the 25 safety regions, VR01 first (Wet veiligheidsregio's, annex). */
const safetyRegionNames = [
  'Groningen',
  'Fryslân',
  'Drenthe',
  'IJsselland',
  'Twente',
  'Noord- en Oost-Gelderland',
  'Gelderland-Midden',
  'Gelderland-Zuid',
  'Utrecht',
  'Noord-Holland Noord',
  'Zaanstreek-Waterland',
  'Kennemerland',
  'Amsterdam-Amstelland',
  'Gooi en Vechtstreek',
  'Haaglanden',
  'Hollands Midden',
  'Rotterdam-Rijnmond',
  'Zuid-Holland Zuid',
  'Zeeland',
  'Midden- en West-Brabant',
  'Brabant-Noord',
  'Brabant-Zuidoost',
  'Limburg-Noord',
  'Zuid-Limburg',
  'Flevoland',
] as const

export function makeSafetyRegions(): readonly SafetyRegion[] {
  return safetyRegionNames.map((name, index) => {
    const number = String(index + 1).padStart(2, '0')
    return { code: `VR${number}`, name, rav: { id: `rav-vr${number}`, name: `RAV ${name}`, fictional: true } }
  })
}

/** `VR06 (Aalten, Berkelland)` → code and municipalities. */
function partOf(text: string): { code: string; municipalities: string } {
  const parts = text.match(/^(VR\d\d) \((.+)\)$/)
  if (!parts?.[1] || !parts[2]) throw new Error(`not a part of a safety region: ${text}`)
  return { code: parts[1], municipalities: parts[2] }
}

export function makeRegions(source: Source['regions']): readonly Region[] {
  return source.regions.map((region) => ({
    id: region.id,
    code: region.code,
    name: region.name,
    group: region.table1_row,
    traumaCentre: region.trauma_centre,
    safetyRegions: { whole: region.safety_regions_whole, part: region.safety_regions_part.map(partOf) },
  }))
}

export function makeGroups(source: Source['regions']): readonly Group[] {
  return source.table1.map((row) => ({
    id: row.row,
    name: row.label.replace('Totaal ', ''),
    regions: row.regions,
    keyPercent: row.key_percent,
    icBeds: { step999: row.beds_base, step1141: row.beds_phase_1plus, step1250: row.beds_max },
  }))
}
