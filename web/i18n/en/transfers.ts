import type { Translated } from '../sentence.ts'

import type { transfers as nl } from '../nl/transfers.ts'

export const transfers: Translated<typeof nl> = {}
