import type { Hospital, HospitalFiction } from '#shared/reference/hospitals.ts'
import { seeded, seededBetween } from './seeded.ts'
import { shortNames } from './short-names.ts'
import type { SourceHospital } from './source.ts'

/** Staffed IC beds in the demo: the base estimate, up to a tenth of it short of staff. */
function icOperational(hospital: SourceHospital): number {
  const base = hospital.icBedsEstimate?.step999 ?? 0
  return Math.max(Math.min(base, 2), base - Math.floor(base * 0.1 * seeded(`${hospital.id}:staff`)))
}

/** About 16 ward beds to an IC bed; a location without an IC is small. */
function wardBeds(hospital: SourceHospital): number {
  const base = hospital.icBedsEstimate?.step999
  if (base === undefined) return seededBetween(`${hospital.id}:ward`, 12, 28) * 4
  return Math.round((50 + base * seededBetween(`${hospital.id}:ward`, 14, 18)) / 2) * 2
}

/** Large IC hospitals can; small ones mostly, locations without an IC seldom. */
function able(hospital: SourceHospital, ability: string, surelyFrom: number, smallShare: number): boolean {
  const base = hospital.icBedsEstimate?.step999 ?? 0
  if (hospital.umc || base >= surelyFrom) return true
  return seeded(`${hospital.id}:${ability}`) < (hospital.hasIc ? smallShare : smallShare / 2)
}

function fiction(hospital: SourceHospital, ura: string): HospitalFiction {
  const ic = icOperational(hospital)
  const ward = wardBeds(hospital)
  return {
    ura,
    wardBeds: ward,
    icOperational: ic,
    boss: { ic: Math.min(3, Math.ceil(ic / 12)), ward: Math.max(1, Math.round(ward / 80)) },
    hfno: able(hospital, 'hfno', 8, 0.6),
    isolation: able(hospital, 'isolation', 6, 0.7),
  }
}

/** `9990` and four digits from the id; a number that is taken moves up by one. */
function uraFor(id: string, taken: Set<string>): string {
  let number = seededBetween(`${id}:ura`, 0, 9999)
  const ura = () => `9990${String(number).padStart(4, '0')}`
  while (taken.has(ura())) number = (number + 1) % 10_000
  taken.add(ura())
  return ura()
}

export function makeHospitals(source: readonly SourceHospital[]): readonly Hospital[] {
  const taken = new Set<string>()
  return source.map((hospital) => {
    const short = shortNames[hospital.id]
    if (short === undefined) throw new Error(`no short name for ${hospital.id}`)
    const { id, name, ...rest } = hospital
    return { id, name, short, ...rest, fictional: fiction(hospital, uraFor(id, taken)) }
  })
}
