import type { Translated } from '../sentence.ts'

import type { transfers as nl } from '../nl/transfers.ts'

export const transfers: Translated<typeof nl> = {
  rcps: 'RCPS {region}',
  to: 'to',
  since: 'since {time}, {duration}',

  'code.follows': 'code follows',
  'level.region': 'bed wanted in the region',
  'level.national': 'bed wanted in the country',

  'actor.you': 'You',
  'actor.unknown': 'Not yet known who',
  'actor.crew': 'Crew of {vehicle}',

  'limit.label': 'Time to the limit',
  'limit.minutes': '{spent} of {limit} min',
  'limit.of': '{spent} of {limit}',
  'limit.over': '{over} past the limit of {limit}',

  'pending.short': 'not sent yet',
}
