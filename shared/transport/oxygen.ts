// R10: how much oxygen will the ride use, and how long does it last? (NVIC; own)
// Called beside a planned ride: litres and minutes with all inputs, never a verdict.
import { toSixDecimals } from '#shared/rounding.ts'

export type Cylinder = {
  litres: number
  /** Usable pressure: gauge minus 10. */
  bar: number
}

export type OxygenInput = {
  /** Litres per minute of the mixture that the patient gets. */
  flowLpm: number
  /** 21–100. */
  fio2Percent: number
  minutes: number
  /** On top of what the ride needs; 50 when absent. */
  reservePercent?: number
  cylinders: readonly Cylinder[]
}

export type Oxygen = {
  oxygenLpm: number
  /** Reserve included. */
  neededLitres: number
  onBoardLitres: number
  /** Whole minutes, reserve not counted; null when no oxygen is used. */
  enduranceMinutes: number | null
}

/** Room air is 21 % oxygen; the other 79 parts are what added oxygen can replace. */
const AIR_PERCENT = 21
const REPLACEABLE_PERCENT = 79

/** A quotient that floating point leaves this little below a whole minute is that minute. */
const WHOLE_MINUTE_SLACK = 1e-9

/** Litres per minute of added oxygen, litres for the ride, litres on board, and endurance. Never throws (NVIC). */
export function oxygenFor(input: OxygenInput): Oxygen {
  const { flowLpm, minutes, reservePercent = 50 } = input
  // 79 times the litres per minute: whole for whole inputs, so that whole minutes stay whole.
  const timesSeventyNine = flowLpm * (input.fio2Percent - AIR_PERCENT)
  const onBoard = input.cylinders.reduce((sum, cylinder) => sum + cylinder.litres * cylinder.bar, 0)
  const needed = (timesSeventyNine * minutes * (100 + reservePercent)) / (REPLACEABLE_PERCENT * 100)
  const oxygenLpm = toSixDecimals(timesSeventyNine / REPLACEABLE_PERCENT)
  return {
    oxygenLpm,
    neededLitres: toSixDecimals(needed),
    onBoardLitres: toSixDecimals(onBoard),
    enduranceMinutes:
      oxygenLpm === 0
        ? null
        : Math.floor((onBoard * REPLACEABLE_PERCENT) / timesSeventyNine + WHOLE_MINUTE_SLACK),
  }
}
