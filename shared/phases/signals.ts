// What the figures say about the phase: signals with the figures behind each. They are advice; only a body decides (R1).
// Called by the phase screen's read (server/views/signals-view.ts).
import type { Beds } from '#shared/beds/beds.ts'
import type { CountedGroup } from '#shared/wire/shares.ts'
import type { PrognosisDay } from '#shared/forecast/prognosis.ts'
import { regions } from '#shared/reference/regions.ts'
import { IC_STEPS, THRESHOLDS } from './signal-thresholds.ts'

/** What is withheld lights nothing. */
type SharedGroup = Pick<CountedGroup, 'group' | 'present' | 'target' | 'deficit'>

export type SignalsInput = {
  beds: readonly Beds[]
  /** IC reservations of the last 24 hours that took a safety bed: the region it lies in. */
  bossReservations: readonly { region: string }[]
  /** R7 for the IC, as the share board shows it. */
  icShares: readonly SharedGroup[]
  /** The prognosis of IC patients of the crisis in the nation; null where there is none. */
  prognosis: readonly PrognosisDay[] | null
}

export type BossRegion = {
  region: string
  inUse: number
  boss: number
  reservations: number
  counts: boolean
}
export type BossSignal = { lit: boolean; counting: number; regions: BossRegion[] }
export type AboveKey = { group: string; present: number; target: number; over: number }
export type AboveKeySignal = { lit: boolean; groups: AboveKey[] }
export type StepSignal = {
  lit: boolean
  step: number
  state: 'below' | 'forecast' | 'reached'
  occupied: number
  /** The first day ahead on which it is expected, with the bounds of that day; else the last day of the prognosis. */
  ahead: PrognosisDay | null
}
export type Signals = { boss: BossSignal; aboveKey: AboveKeySignal; steps: StepSignal[] }

/** Never throws, never changes anything. Regions in the order of the reference; groups by how far they are over. */
export function signals(input: SignalsInput): Signals {
  const boss = regions.map(({ id }) => bossOf(id, input))
  const counting = boss.filter(({ counts }) => counts).length
  const groups = aboveKey(input.icShares)
  return {
    boss: { lit: counting >= THRESHOLDS.severalRegions, counting, regions: boss },
    aboveKey: { lit: groups.length > 0, groups },
    steps: IC_STEPS.map((step) => stepOf(step, input)),
  }
}

function bossOf(region: string, { beds, bossReservations }: SignalsInput): BossRegion {
  const own = beds.filter((row) => row.bed === 'ic' && row.region === region)
  const inUse = own.reduce((sum, row) => sum + bossInUse(row), 0)
  const boss = own.reduce((sum, row) => sum + row.boss, 0)
  const reservations = bossReservations.filter((row) => row.region === region).length
  const counts =
    (boss > 0 && inUse >= boss * THRESHOLDS.bossPart) || reservations >= THRESHOLDS.bossReservations
  return { region, inUse, boss, reservations, counts }
}

/** Safety beds that hold or are promised to a patient: what does not fit in the others. */
export const bossInUse = ({ operational, occupied, reserved, boss }: Beds): number =>
  Math.min(boss, Math.max(0, occupied + reserved - Math.max(0, operational - boss)))

function aboveKey(shares: readonly SharedGroup[]): AboveKey[] {
  return shares
    .flatMap(({ group, present, target, deficit }) =>
      present === null || target === null || deficit === null
        ? []
        : [{ group, present, target, over: -deficit }],
    )
    .filter(
      ({ over, present }) =>
        over >= THRESHOLDS.overKeyPatients && over >= (present - over) * THRESHOLDS.overKeyPart,
    )
    .sort((a, b) => b.over - a.over)
}

/** All patients on an IC; the prognosis is of the crisis' patients, the others are taken to stay as many. */
function stepOf(step: number, { beds, prognosis }: SignalsInput): StepSignal {
  const occupied = icOccupied(beds)
  const others = occupied - icCrisis(beds)
  const days = (prognosis ?? []).map((day) => ({
    ...day,
    expected: day.expected + others,
    low: day.low === null ? null : day.low + others,
    high: day.high === null ? null : day.high + others,
  }))
  const first = days.find(({ expected }) => expected >= step)
  const state = occupied >= step ? 'reached' : first === undefined ? 'below' : 'forecast'
  return {
    lit: state !== 'below',
    step,
    state,
    occupied,
    ahead: first ?? days.at(-1) ?? null,
  }
}

const ofIc = (beds: readonly Beds[], count: (row: Beds) => number): number =>
  beds.reduce((sum, row) => (row.bed === 'ic' ? sum + count(row) : sum), 0)

export const icOccupied = (beds: readonly Beds[]): number => ofIc(beds, ({ occupied }) => occupied)
export const icCrisis = (beds: readonly Beds[]): number => ofIc(beds, ({ crisis }) => crisis)
