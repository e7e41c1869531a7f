// What R10 asks of one ride, from the request, the vehicle and the road. One input that is missing: no number, and which.
// Called beside a planned ride; it shows litres and minutes with all inputs, never a verdict.
import type { Clinical } from '#shared/transfers/request.ts'
import { type Cylinder, type Oxygen, oxygenFor, type OxygenInput } from './oxygen.ts'

export const OXYGEN_INPUTS = [
  'flow',
  'fio2',
  'minuteVolume',
  'ventilator-use',
  'leak',
  'minutes',
  'cylinders',
] as const
export type OxygenInputName = (typeof OXYGEN_INPUTS)[number]

export type OxygenFacts =
  | { kind: 'none' }
  | { kind: 'missing'; missing: OxygenInputName[] }
  | { kind: 'reckoned'; input: OxygenInput; oxygen: Oxygen }

type Asked = {
  clinical: Pick<Clinical, 'support' | 'flow' | 'fio2' | 'minuteVolume'>
  /** Of the loaded leg, an estimate; undefined: not known. */
  minutes: number | undefined
  /** Undefined: no vehicle chosen. */
  cylinders: readonly Cylinder[] | undefined
  /** Litres a minute beside what the patient gets (setting). */
  ventilatorUse: number
  /** Typed in by a person: NIV has no figure without it. */
  leak?: number | undefined
}

/** The flow of the mixture by kind of support (R10: the caller's flow). */
export function oxygenFacts(asked: Asked): OxygenFacts {
  const { clinical, minutes, cylinders, ventilatorUse, leak } = asked
  if (clinical.support === 'none') return { kind: 'none' }
  const { flow, fio2, minuteVolume } = clinical
  const needs: Partial<Record<OxygenInputName, number | undefined>> =
    clinical.support === 'low-flow'
      ? { flow }
      : clinical.support === 'hfno'
        ? { flow, fio2 }
        : clinical.support === 'invasive'
          ? { minuteVolume, fio2, 'ventilator-use': ventilatorUse }
          : { minuteVolume, fio2, 'ventilator-use': ventilatorUse, leak }
  const missing = OXYGEN_INPUTS.filter(
    (name) =>
      (name in needs && needs[name] === undefined) ||
      (name === 'minutes' && minutes === undefined) ||
      (name === 'cylinders' && (cylinders === undefined || cylinders.length === 0)),
  )
  if (missing.length > 0 || minutes === undefined || cylinders === undefined)
    return { kind: 'missing', missing }
  const isVentilated = clinical.support === 'invasive' || clinical.support === 'niv'
  const flowLpm = isVentilated ? (minuteVolume ?? 0) + ventilatorUse + (needs.leak ?? 0) : (flow ?? 0)
  const input = {
    flowLpm,
    fio2Percent: clinical.support === 'low-flow' ? 100 : (fio2 ?? 21),
    minutes,
    cylinders,
  }
  return { kind: 'reckoned', input, oxygen: oxygenFor(input) }
}
