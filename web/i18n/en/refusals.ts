import type { Translated } from '../sentence.ts'

import type { refusals as nl } from '../nl/refusals.ts'

export const refusals: Translated<typeof nl> = {}
