import type { Option } from '#web/parts/choice.tsx'

import { term } from './term.ts'

/** A closed list as options, in its own order, in the language of the screen. */
export const optionsOf = <T extends string>(list: string, codes: readonly T[]): Option<T>[] =>
  codes.map((value) => ({ value, label: term(list, value) }))
