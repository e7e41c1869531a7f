// Makes shared/reference/*.json from the compiled source files: node scripts/reference.ts <folder>
// The same source gives the same bytes. docs/data.md says where each figure comes from.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { makeDistances } from './reference/make-distances.ts'
import { makeHospitals } from './reference/make-hospitals.ts'
import { makeMap } from './reference/make-map.ts'
import { makeNames } from './reference/make-names.ts'
import { makeGroups, makeRegions, makeSafetyRegions } from './reference/make-regions.ts'
import { carriers, makeFleet, makeMicuCentres, makePartners } from './reference/make-transport.ts'
import { readSource } from './reference/source.ts'

const ESTIMATE = 'IC beds are ESTIMATES fitted to table 1, not published numbers.'
const INVENTED = 'What stands under "fictional" is invented.'

/** One item of a list a line, so that a change shows as a change of that item. */
function toText(file: object): string {
  const entries = Object.entries(file).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}:${JSON.stringify(value)}`
    const separator = typeof value[0] === 'object' ? ',\n' : ','
    return `${JSON.stringify(key)}:[\n${value.map((item) => JSON.stringify(item)).join(separator)}\n]`
  })
  return `{${entries.join(',\n')}}\n`
}

function write(name: string, file: object): void {
  const text = toText(file)
  writeFileSync(fileURLToPath(new URL(`../shared/reference/${name}`, import.meta.url)), text)
  console.log(`${name}: ${text.length} characters, ${brotliCompressSync(text).length} bytes brotli`)
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node scripts/reference.ts <folder with hospitals.json, regions.json, …>')
  process.exit(2)
}
const source = readSource(folder)
const safetyRegions = makeSafetyRegions()
const micuCentres = makeMicuCentres(source.micu)
const hospitals = makeHospitals(source.hospitals)
const regions = makeRegions(source.regions)
const vehicles = makeFleet(source, micuCentres, safetyRegions)

write('hospitals.json', {
  about: `Positions: GeoNames (CC BY 4.0) or by hand. ${ESTIMATE} ${INVENTED}`,
  hospitals,
})
write('regions.json', {
  about:
    'LNAZ Opschalingsplan COVID-19 2022/2023, table 1 and paragraph 6.2.1. The printed keys add up to 100.1.',
  groups: makeGroups(source.regions),
  regions,
})
write('safety-regions.json', { about: 'One RAV per safety region is fictional.', safetyRegions })
write('micu-centres.json', {
  about: 'One vehicle per centre, two at most, is our reading of the seven and fourteen of plan 4.5.',
  micuCentres,
})
write('partners.json', { about: 'Plan 8.2.', partners: makePartners(source.micu) })
write('fleet.json', {
  about: 'Real: the seven MICU vehicles and LL5, not their oxygen and abilities. All else is invented.',
  carriers,
  vehicles,
})
write('distances.json', {
  about: 'ESTIMATES from a hand-drawn road graph. Lower triangles in the order of "hospitals".',
  ...makeDistances(source),
})
write('map.json', {
  about:
    'Outlines: Natural Earth, public domain, up to 3 km off. Regions: nearest hospital, an approximation.',
  ...makeMap(folder, hospitals),
})
write('names.json', {
  about: 'Names from the other files, for lists.',
  ...makeNames({
    hospitals,
    regions,
    desks: [...micuCentres, ...safetyRegions.map(({ rav }) => rav), ...carriers],
    vehicles,
  }),
})
