import type { Translated } from '../sentence.ts'

import type { session as nl } from '../nl/session.ts'

export const session: Translated<typeof nl> = {}
