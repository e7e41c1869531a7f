// Do regions, share groups, safety regions and hospitals fit together, and add up to table 1 (plan 6.2.1)?
// Called by checkReference.
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { duplicates, isInNetherlands, type Problem, unknownIds } from './problem.ts'
import type { ReferenceData } from './reference-data.ts'
import type { BedSteps } from './regions.ts'

const TOTALS: BedSteps = { step999: 999, step1141: 1141, step1250: 1250 }

const total = (parts: readonly BedSteps[]): BedSteps => ({
  step999: parts.reduce((sum, part) => sum + part.step999, 0),
  step1141: parts.reduce((sum, part) => sum + part.step1141, 0),
  step1250: parts.reduce((sum, part) => sum + part.step1250, 0),
})
const inWords = (beds: BedSteps): string => `${beds.step999}/${beds.step1141}/${beds.step1250}`

function checkGroups({ groups, regions }: ReferenceData): readonly Problem[] {
  const keys = new Map(groups.map((group) => [group.id, group.keyPercent]))
  const names = new Set([...Object.keys(TABLE_1_KEYS), ...keys.keys()])
  const wrong = [...names].filter((id) => keys.get(id) !== TABLE_1_KEYS[id])
  const pairs = groups.flatMap((group) => group.regions.map((region) => `${region} in ${group.id}`))
  const otherWay = regions.map((region) => `${region.id} in ${region.group}`)
  return [
    ...duplicates(
      'groups',
      groups.map((group) => group.id),
    ),
    ...wrong.map((id): Problem => ({ code: 'groups-are-not-table-1', where: `groups: ${id}` })),
    ...pairs
      .filter((pair) => !otherWay.includes(pair))
      .concat(otherWay.filter((pair) => !pairs.includes(pair)))
      .map((pair): Problem => ({ code: 'group-differs-from-region', where: `regions: ${pair}` })),
  ]
}

function checkIcBeds({ groups, hospitals }: ReferenceData): readonly Problem[] {
  const rows = groups.flatMap((group): Problem[] => {
    const estimates = hospitals.flatMap((each) =>
      each.group === group.id ? (each.icBedsEstimate ?? []) : [],
    )
    const sum = inWords(total(estimates))
    const row = inWords(group.icBeds)
    return sum === row ? [] : [{ code: 'ic-beds-of-group', where: `${group.id}: ${sum} instead of ${row}` }]
  })
  const nation = inWords(total(groups.map((group) => group.icBeds)))
  if (nation === inWords(TOTALS)) return rows
  return [...rows, { code: 'ic-beds-in-total', where: `groups: ${nation} instead of ${inWords(TOTALS)}` }]
}

function checkHospital(hospital: ReferenceData['hospitals'][number]): readonly Problem[] {
  const problems: Problem[] = []
  const { icBedsEstimate: beds, fictional } = hospital
  const where = `hospitals: ${hospital.id}`
  if (!isInNetherlands(hospital)) problems.push({ code: 'outside-netherlands', where })
  const rises = beds === null || (beds.step999 <= beds.step1141 && beds.step1141 <= beds.step1250)
  if (hospital.hasIc !== (beds !== null) || !rises) problems.push({ code: 'ic-beds-of-hospital', where })
  const icStaffed = hospital.hasIc
    ? fictional.icOperational > fictional.boss.ic
    : fictional.icOperational === 0
  const bossFits = fictional.boss.ic <= fictional.icOperational && fictional.boss.ward < fictional.wardBeds
  if (!icStaffed || !bossFits) problems.push({ code: 'fictional-beds', where })
  return problems
}

function checkHospitals({ hospitals, regions, groups, safetyRegions }: ReferenceData): readonly Problem[] {
  const groupOfRegion = new Map(regions.map((region) => [region.id, region.group]))
  const split = hospitals.filter((each) => (groupOfRegion.get(each.region) ?? each.group) !== each.group)
  return [
    ...duplicates(
      'hospitals',
      hospitals.map((each) => each.id),
    ),
    ...duplicates(
      'hospitals short',
      hospitals.map((each) => each.short),
    ),
    ...duplicates(
      'hospitals ura',
      hospitals.map((each) => each.fictional.ura),
    ),
    ...unknownIds(
      'hospitals region',
      hospitals.map((each) => each.region),
      regions.map((each) => each.id),
    ),
    ...unknownIds(
      'hospitals group',
      hospitals.map((each) => each.group),
      groups.map((each) => each.id),
    ),
    ...unknownIds(
      'hospitals safetyRegion',
      hospitals.map((each) => each.safetyRegion),
      safetyRegions.map((each) => each.code),
    ),
    ...split.map((each): Problem => ({ code: 'group-differs-from-region', where: `hospitals: ${each.id}` })),
    ...hospitals.flatMap(checkHospital),
  ]
}

export function checkRegions(data: ReferenceData): readonly Problem[] {
  const { regions, groups, hospitals, safetyRegions } = data
  const codes = safetyRegions.map((each) => each.code)
  const expected = Array.from({ length: 25 }, (_, index) => `VR${String(index + 1).padStart(2, '0')}`)
  const complete = expected.every((code) => codes.includes(code)) && codes.length === expected.length
  const vrNamed = regions.flatMap(({ safetyRegions: own }) => [
    ...own.whole,
    ...own.part.map((each) => each.code),
  ])
  return [
    ...duplicates(
      'regions',
      regions.map((each) => each.id),
    ),
    ...duplicates('safety-regions', codes),
    ...duplicates(
      'safety-regions rav',
      safetyRegions.map((each) => each.rav.id),
    ),
    ...(complete
      ? []
      : [{ code: 'safety-regions-not-25', where: `safety-regions: ${codes.length}` } as const]),
    ...unknownIds(
      'regions group',
      regions.map((each) => each.group),
      groups.map((each) => each.id),
    ),
    ...unknownIds(
      'regions traumaCentre',
      regions.map((each) => each.traumaCentre),
      hospitals.map((each) => each.id),
    ),
    ...unknownIds('regions safetyRegions', vrNamed, codes),
    ...checkGroups(data),
    ...checkHospitals(data),
    ...checkIcBeds(data),
  ]
}
