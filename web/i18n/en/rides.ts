import type { Translated } from '../sentence.ts'

import type { rides as nl } from '../nl/rides.ts'

export const rides: Translated<typeof nl> = {}
