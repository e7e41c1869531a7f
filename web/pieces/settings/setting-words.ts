import { isNumberName, NUMBER_SETTINGS, type NumberName, type Setting } from '#shared/settings/setting.ts'
import { number } from '#web/i18n/format.ts'
import { type Key, t } from '#web/i18n/t.ts'

type Named<N extends string> = N extends `${string}.${infer Act}.${'urgent' | 'planned'}` ? Act : never
type StepAct = Named<NumberName>

/** "Matchen, spoed" or the name of a setting of its own. */
export function settingWords(name: NumberName): string {
  const [of = '', act = '', kind] = name.split('.')
  if (kind === undefined) return t(`settings.of.${name}` as Extract<Key, `settings.of.${string}`>)
  const words = [
    t(`settings.act.${act as StepAct}`),
    t(kind === 'urgent' ? 'settings.urgent' : 'settings.planned'),
  ]
  return `${words.join(', ')} · ${t(`settings.part.${of as 'limit'}`).toLowerCase()}`
}

export const valueWords = (name: NumberName, value: number): string =>
  t(`settings.unit.${NUMBER_SETTINGS[name]?.unit ?? 'min'}`, { value: number(value) })

/** What a decision says, in words. */
export function decisionWords({ name, value }: Setting): string {
  if (typeof value === 'number') return isNumberName(name) ? valueWords(name, value) : String(value)
  return `${t(value.isOn ? 'settings.oxygen.on' : 'settings.oxygen.off')}: ${value.document}`
}
