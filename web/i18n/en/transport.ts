import type { Translated } from '../sentence.ts'

import type { transport as nl } from '../nl/transport.ts'

export const transport: Translated<typeof nl> = {}
