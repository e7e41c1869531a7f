import type { Translated } from '../sentence.ts'

import type { terms as nl } from '../nl/terms.ts'

export const terms: Translated<typeof nl> = {}
