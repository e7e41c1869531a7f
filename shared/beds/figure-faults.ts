// What bed figures can never be, whoever says so. Asked by the form, by the decisions and of each row of a feed.
import type { FieldFault } from '#shared/wire/refusal.ts'
import type { BedFigures } from './beds.ts'

/** More than any hospital here has. */
export const MAX_BEDS = 2000

/** Each figure's own range is the schema's; here they are held against each other. `at`: the act's time. */
export function figureFaults(figures: BedFigures, at: string): FieldFault[] {
  const { operational, occupied, crisis, boss, intakeStop } = figures
  const faults: FieldFault[] = []
  if (crisis > occupied) faults.push({ field: 'crisis', fault: 'range', min: 0, max: occupied })
  if (boss > operational) faults.push({ field: 'boss', fault: 'range', min: 0, max: operational })
  const until = intakeStop?.until ?? null
  if (until !== null && Date.parse(until) <= Date.parse(at))
    faults.push({ field: 'intakeStop.until', fault: 'range' })
  return faults
}
