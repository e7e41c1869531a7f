/** A sentence with `{name}` holes, or one sentence per plural form, chosen by the parameter `count`. */
export type Sentence = string | Plural
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** What a translation of an area must hold: the same keys, one sentence each. */
export type Translated<Area> = Readonly<Record<keyof Area, Sentence>>

type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never

/** The parameters a sentence asks for, read from its Dutch text. */
export type Params<S> = S extends string
  ? Holes<S>
  : S extends { other: infer Other }
    ? Holes<Other> | 'count'
    : never

export type Values = Readonly<Record<string, string | number>>

/** Fills the holes; a hole without a value stays visible, so that a forgotten one is seen. */
export function fill(sentence: Sentence, values: Values, rules: Intl.PluralRules): string {
  const text = typeof sentence === 'string' ? sentence : choose(sentence, values, rules)
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

function choose(plural: Plural, values: Values, rules: Intl.PluralRules): string {
  return plural[rules.select(Number(values.count ?? 0))] ?? plural.other
}
