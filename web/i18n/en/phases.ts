import type { Translated } from '../sentence.ts'

import type { phases as nl } from '../nl/phases.ts'

export const phases: Translated<typeof nl> = {}
