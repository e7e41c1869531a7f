// What the operator of an installation may set, each with its bounds and what holds until somebody decided. A decision
// is a line of the register and never changes; the newest in force wins. Read through setting-of.ts.
import { EXPIRE_MINUTES, type LimitedAct, NEXT_MINUTES } from '#shared/alerts/alert.ts'
import { KINDS, type Kind } from '#shared/terms.ts'
import { LIMITS } from '#shared/transfers/acts-now.ts'
import { HELP_MINUTES, HELP_STEPS, type HelpStep } from '#shared/transport/help.ts'

/** A number; `unit` as it is shown and stored. */
export type SettingBounds = {
  min: number
  max: number
  /** The step that is allowed: 1 for whole numbers. */
  step: number
  unit: 'min' | 'L/min' | 'h'
  /** Holds until somebody decided otherwise (own). */
  initial: number
}

/** At the party itself, from one level of escalation to the next, and until an offer that nobody answers expires. */
export const MINUTE_KINDS = ['limit', 'next', 'expire'] as const
export type MinuteKind = (typeof MINUTE_KINDS)[number]
export type MinutesName = `${MinuteKind}.${LimitedAct}.${Kind}`

const minutes = (initial: number): SettingBounds => ({ min: 1, max: 1440, step: 1, unit: 'min', initial })

const MINUTES = { limit: LIMITS, next: NEXT_MINUTES, expire: EXPIRE_MINUTES } as const

/** One per step and kind of request, as far as the step has such a time. */
const alertSettings = Object.fromEntries(
  MINUTE_KINDS.flatMap((of) =>
    Object.entries(MINUTES[of] as Partial<Record<LimitedAct, Record<Kind, number>>>).flatMap(([act, by]) =>
      KINDS.map((kind) => [`${of}.${act}.${kind}`, minutes(by[kind])]),
    ),
  ),
) as Readonly<Partial<Record<MinutesName, SettingBounds>>>

/** How long the houses of a step of MICU help have to answer. */
export type HelpName = `help.${HelpStep}.${Kind}`
const helpSettings = Object.fromEntries(
  HELP_STEPS.flatMap((step) =>
    KINDS.map((kind) => [`help.${step}.${kind}`, minutes(HELP_MINUTES[step][kind])]),
  ),
) as Readonly<Record<HelpName, SettingBounds>>

export const OWN_SETTINGS = {
  /** Minutes a vehicle keeps free for urgent rides between two planned ones (PRODUCT, day board). */
  'rides.urgent-slack': { min: 0, max: 240, step: 5, unit: 'min', initial: 60 },
  /** Hour of the day, Amsterdam time, at which tomorrow is planned. */
  'rides.plan-hour': { min: 6, max: 22, step: 1, unit: 'h', initial: 15 },
  /** What a ventilator uses beside what the patient gets (R10: the caller's flow). */
  'oxygen.ventilator-use': { min: 0, max: 15, step: 0.5, unit: 'L/min', initial: 5 },
  /** Age of bed figures at which the bed desk is reminded: when they grow stale (R6), or earlier. */
  'beds.remind-after': { min: 30, max: 240, step: 15, unit: 'min', initial: 240 },
} as const satisfies Record<string, SettingBounds>

export type NumberName = MinutesName | HelpName | keyof typeof OWN_SETTINGS
export const NUMBER_SETTINGS = { ...alertSettings, ...helpSettings, ...OWN_SETTINGS } as Readonly<
  Partial<Record<NumberName, SettingBounds>>
>
export const NUMBER_NAMES = Object.keys(NUMBER_SETTINGS) as NumberName[]

export const CONFORMITY = 'oxygen.conformity'
/** The operator's decision that R10 may be shown to those who plan a ride (MDR): by whom, on which day, in which paper. */
export type Conformity = {
  isOn: boolean
  /** The day on the paper, `2026-11-22`. */
  on: string
  /** Where the paper is found: a number, a title. */
  document: string
}

export type SettingName = NumberName | typeof CONFORMITY
export const SETTING_NAMES: readonly SettingName[] = [...NUMBER_NAMES, CONFORMITY]
export type SettingValue<N extends SettingName> = N extends NumberName ? number : Conformity | null

/** One decision. `decidedBy`: a function or a body, never a person's name. Instants UTC. */
export type Setting = {
  id: string
  rev: number
  list: 'setting'
  name: SettingName
  value: number | Conformity
  decidedBy: string
  reason: string
  decidedAt: string
  inForceFrom: string
}

export const isNumberName = (name: string): name is NumberName => Object.hasOwn(NUMBER_SETTINGS, name)
