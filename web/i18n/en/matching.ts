import type { Translated } from '../sentence.ts'

import type { matching as nl } from '../nl/matching.ts'

export const matching: Translated<typeof nl> = {
  ownActs: 'What you did here',
  received: 'received {time}',
}
