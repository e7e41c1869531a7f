// Which value of a setting holds at an instant: the newest decision in force, else what it began with. Called by the
// alerts, the timers, the transport's views and the screens, all of them on the same lines of the register.
import {
  type Conformity,
  NUMBER_SETTINGS,
  type Setting,
  type SettingName,
  type SettingValue,
} from './setting.ts'

/** The lines of the register; those of other lists are passed over. */
export type Settings = readonly (Setting | { list: string })[]

const isOf = (row: Settings[number], name: SettingName): row is Setting =>
  row.list === 'setting' && (row as Setting).name === name

/** Newest first: in force, then decided, then by id. */
const newer = (a: Setting, b: Setting): number =>
  compare(b.inForceFrom, a.inForceFrom) || compare(b.decidedAt, a.decidedAt) || compare(b.id, a.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The decision in force; undefined: none was ever taken. `now`: UTC ISO. */
export const decisionOf = (settings: Settings, name: SettingName, now: string): Setting | undefined =>
  settings.filter((row): row is Setting => isOf(row, name) && row.inForceFrom <= now).sort(newer)[0]

/** Numbers in the setting's own unit; of `oxygen.conformity` null where there is no decision, or it was taken back. */
export function settingOf<N extends SettingName>(settings: Settings, name: N, now: string): SettingValue<N> {
  const decided = decisionOf(settings, name, now)?.value
  const bounds = (NUMBER_SETTINGS as Partial<Record<SettingName, { initial: number }>>)[name]
  return (bounds === undefined ? conformity(decided) : (decided ?? bounds.initial)) as SettingValue<N>
}

const conformity = (value: number | Conformity | undefined): Conformity | null =>
  typeof value === 'object' && value.isOn ? value : null

/** Every decision on one setting, the newest first: those to come, the one in force, and what it replaced. */
export const historyOf = (settings: Settings, name: SettingName): Setting[] =>
  settings.filter((row): row is Setting => isOf(row, name)).sort(newer)

/** R10 may be shown: always in the demo, which says so on every screen; else by decision. */
export const mayShowOxygen = (settings: Settings, now: string, demo: boolean): boolean =>
  demo || settingOf(settings, 'oxygen.conformity', now) !== null
