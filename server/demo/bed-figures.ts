// Invented bed figures for the demo: every hospital and care level, uneven between regions so that sharing out has
// something to say. Called by seed.ts on an empty database.
import { type Beds, bedsId } from '#shared/beds/beds.ts'
import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { type Hospital, hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import type { Seeded } from './seeded.ts'

/** How full a region is (part of the staffed beds), and its part of the crisis against its share key. */
const PRESSURE: Record<string, { ic: number; ward: number; crisis: number }> = {
  // No IC bed left at all, BOSS included.
  nazmn: { ic: 1, ward: 0.97, crisis: 1.25 },
  nazb: { ic: 0.92, ward: 0.96, crisis: 1.35 },
  nazl: { ic: 0.9, ward: 0.95, crisis: 1.3 },
  azo: { ic: 0.87, ward: 0.95, crisis: 1.15 },
  tczw: { ic: 0.85, ward: 0.94, crisis: 1.05 },
  nazw: { ic: 0.82, ward: 0.94, crisis: 0.95 },
  naznw: { ic: 0.8, ward: 0.93, crisis: 0.9 },
  szn: { ic: 0.8, ward: 0.93, crisis: 0.9 },
  azeur: { ic: 0.76, ward: 0.92, crisis: 0.8 },
  nazz: { ic: 0.74, ward: 0.91, crisis: 0.7 },
  aznn: { ic: 0.7, ward: 0.9, crisis: 0.6 },
}

/** Patients admitted because of the disease in the whole country. */
const CRISIS_PATIENTS: Record<Bed, number> = { ic: 320, ward: 1300 }
/** Hospitals whose figures nobody renewed, and those that take nobody in for now. */
const EXPIRED = ['nij-smellinghe-drachten', 'antonius-sneek']
const STOPPED = ['zgt-hengelo', 'frisius-heerenveen']

const operationalOf = ({ fictional }: Hospital, bed: Bed): number =>
  bed === 'ic' ? fictional.icOperational : fictional.wardBeds

export function demoBeds(now: Date, random: Seeded): Beds[] {
  return hospitals.flatMap((hospital) =>
    (hospital.hasIc ? (['ic', 'ward'] as const) : (['ward'] as const)).map((bed) =>
      bedsOf(hospital, bed, now, random),
    ),
  )
}

function bedsOf(hospital: Hospital, bed: Bed, now: Date, random: Seeded): Beds {
  const operational = operationalOf(hospital, bed)
  const occupied = occupiedOf(hospital, bed, operational, random)
  const hoursOld = EXPIRED.includes(hospital.id) ? 26 : random.between(5, 210) / 60
  const reportedAt = new Date(now.getTime() - hoursOld * 3_600_000).toISOString()
  const until = new Date(now.getTime() + 6 * 3_600_000).toISOString()
  return {
    id: bedsId(hospital.id, bed),
    rev: 1,
    hospital: hospital.id,
    region: hospital.region,
    bed,
    operational,
    occupied,
    crisis: Math.min(occupied, crisisOf(hospital, bed, operational)),
    reserved: 0,
    boss: hospital.fictional.boss[bed],
    addable24h: random.between(0, bed === 'ic' ? 2 : 6),
    intakeStop: STOPPED.includes(hospital.id) ? { reason: 'staff', until } : null,
    observedAt: reportedAt,
    reportedAt,
    source: 'example',
  }
}

function occupiedOf({ region }: Hospital, bed: Bed, operational: number, random: Seeded): number {
  const pressure = PRESSURE[region]?.[bed] ?? 0.9
  if (pressure === 1) return operational
  const around = operational * (pressure + (random.fraction() - 0.5) * 0.08)
  return Math.min(operational, Math.max(0, Math.round(around)))
}

/** The hospital's part of its group's patients, by its part of the group's beds. */
function crisisOf({ group, region }: Hospital, bed: Bed, operational: number): number {
  const ofGroup = hospitals
    .filter((one) => one.group === group)
    .reduce((sum, one) => sum + operationalOf(one, bed), 0)
  const patients =
    ((CRISIS_PATIENTS[bed] * (TABLE_1_KEYS[group] ?? 0)) / 100) * (PRESSURE[region]?.crisis ?? 1)
  return ofGroup === 0 ? 0 : Math.round((patients * operational) / ofGroup)
}
