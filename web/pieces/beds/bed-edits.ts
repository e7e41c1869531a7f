import { type Beds, FIGURES } from '#shared/beds/beds.ts'
import { figureFaults } from '#shared/beds/figure-faults.ts'
import type { Payload } from '#shared/wire/command.ts'

/** What a bed desk types; `reserved` is computed and never among them. */
export const BED_FIGURES = FIGURES
export type BedFigure = (typeof BED_FIGURES)[number]
/** Only what differs from the row: what the app counts in the meantime goes on moving under it. */
export type BedEdits = Partial<Pick<Beds, BedFigure | 'intakeStop'>>
type Typed = Pick<Beds, BedFigure | 'intakeStop'>

export const withEdits = (row: Beds, edits: BedEdits): Beds => ({ ...row, ...edits })

const sameStop = (a: Beds['intakeStop'], b: Beds['intakeStop']): boolean =>
  a?.reason === b?.reason && (a?.until ?? null) === (b?.until ?? null)

/** The edits that still differ from the row: a figure nudged there and back again is not changed. */
export function realEdits(row: Typed, edits: BedEdits): BedEdits {
  const real: BedEdits = {}
  for (const figure of BED_FIGURES) {
    const value = edits[figure]
    if (value !== undefined && value !== row[figure]) real[figure] = value
  }
  if (edits.intakeStop !== undefined && !sameStop(edits.intakeStop, row.intakeStop))
    real.intakeStop = edits.intakeStop
  return real
}

export const countEdits = (row: Typed, edits: BedEdits): number => Object.keys(realEdits(row, edits)).length

export type BedFaults = { crisis?: number; boss?: number; until?: true }

/** What the server would refuse; a figure's bound where it is over. */
export function bedFaults(typed: Typed, now: string): BedFaults {
  const faults: BedFaults = {}
  for (const { field, max = 0 } of figureFaults(typed, now)) {
    if (field === 'crisis' || field === 'boss') faults[field] = max
    else faults.until = true
  }
  return faults
}

export const bedReport = (row: Beds, edits: BedEdits): Payload<'beds.report'> => {
  const { hospital, bed, operational, occupied, crisis, boss, addable24h, intakeStop } = withEdits(row, edits)
  return { hospital, bed, operational, occupied, crisis, boss, addable24h, intakeStop }
}
