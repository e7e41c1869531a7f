import { createSignal } from 'solid-js'

import type { nl } from './nl.ts'
import { nlFirst } from './nl-first.ts'
import { fill, type Params, type Sentence, type Translated, type Values } from './sentence.ts'

export type Dictionary = { readonly [Area in keyof typeof nl]: Translated<(typeof nl)[Area]> }

type KeyOf<Area extends keyof typeof nl> = `${Area}.${keyof (typeof nl)[Area] & string}`
/** `'<area>.<key>'`, for each key that has a Dutch sentence. */
export type Key = { [Area in keyof typeof nl]: KeyOf<Area> }[keyof typeof nl]

type Text<K> = K extends `${infer Area extends keyof typeof nl}.${infer Name}`
  ? (typeof nl)[Area][Name & keyof (typeof nl)[Area]]
  : never
type Needs<K extends Key> = Params<Text<K>>
type Rest<K extends Key> = [Needs<K>] extends [never]
  ? [values?: Values]
  : [values: Readonly<Record<Needs<K>, string | number>>]

export const LANGUAGES = ['nl', 'en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Intl's tag for each language; times and dates are the Netherlands' own in all of them. */
export const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE' }

const LOADERS: Record<Language, () => Promise<Dictionary>> = {
  nl: async () => (await import('./nl.ts')).nl,
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
}

type Spoken = { language: Language; words: Dictionary; rules: Intl.PluralRules }

const speak = (language: Language, words: Dictionary): Spoken => ({
  language,
  words,
  rules: new Intl.PluralRules(LOCALES[language]),
})

const [spoken, setSpoken] = createSignal<Spoken>(speak('nl', nlFirst as Partial<Dictionary> as Dictionary))

/** The language on the screen now (reactive). */
export const language = (): Language => spoken().language

/** Fetches the dictionary, then changes all sentences at once. Rejects when it cannot be had: the screen stays as it is. */
export async function setLanguage(next: Language): Promise<void> {
  const words = await LOADERS[next]()
  setSpoken(speak(next, words))
  document.documentElement.lang = next
}

/** The words of a list of transfers, where the rest are not there yet. */
export async function loadListWords(): Promise<void> {
  const { nlLists } = await import('./nl-lists.ts')
  if (language() === 'nl' && !isWhole) setSpoken(speak('nl', nlLists as Partial<Dictionary> as Dictionary))
}

let isWhole = false
let whole: Promise<void> | undefined
/** The rest of the words, fetched beside the first screen; another language chosen meanwhile stays. */
export function loadWords(): Promise<void> {
  whole ??= LOADERS.nl()
    .then((words) => {
      isWhole = true
      if (language() === 'nl') setSpoken(speak('nl', words))
    })
    .catch((reason: unknown) => {
      whole = undefined
      throw reason
    })
  return whole
}

/** The sentence for a key, its holes filled (reactive). A missing parameter is a type error. */
export function t<K extends Key>(key: K, ...[values]: Rest<K>): string {
  const { words, rules } = spoken()
  return fill(find(words, key), values ?? {}, rules)
}

/** For codes that come from outside: the sentence, or nothing when no such key exists. */
export function tryT(key: string, values: Values = {}): string | undefined {
  const { words, rules } = spoken()
  const sentence = lookUp(words, key)
  return sentence === undefined ? undefined : fill(sentence, values, rules)
}

function find(words: Dictionary, key: string): Sentence {
  return lookUp(words, key) ?? key
}

/** The area ends at the first dot; what follows is the key, dots and all (`refusals.command.mismatch`). */
function lookUp(words: Dictionary, key: string): Sentence | undefined {
  const dot = key.indexOf('.')
  const own = (from: object, name: string): unknown =>
    Object.hasOwn(from, name) ? Reflect.get(from, name) : undefined
  const area = own(words, key.slice(0, dot)) as Readonly<Record<string, Sentence>> | undefined
  return area && (own(area, key.slice(dot + 1)) as Sentence | undefined)
}
