import type { Translated } from '../sentence.ts'

import type { beds as nl } from '../nl/beds.ts'

export const beds: Translated<typeof nl> = {}
