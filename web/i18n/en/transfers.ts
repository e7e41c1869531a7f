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

  'acts.verify': '{who} to verify',
  'acts.match': '{who} to find a bed',
  'acts.answer-counter': '{who} to answer the counter-offer',
  'acts.acknowledge': '{who} to acknowledge the offer',
  'acts.confirm': '{who} to decide about the bed',
  'acts.plan': '{who} to plan the ride',
  'acts.accept-ride': '{who} to accept the ride',
  'acts.drive-to-origin': '{who} to drive to the patient',
  'acts.load': '{who} to take over the patient at the bed',
  'acts.drive': '{who} to drive with the patient',
  'acts.hand-over': '{who} to hand over the patient',
  'acts.close': '{who} to close',
  'acts.resume': '{who} to resume or withdraw',
  'acts.none': 'Nobody has to act any more',

  'limit.label': 'Time to the limit',
  'limit.minutes': '{spent} of {limit} min',
  'limit.of': '{spent} of {limit}',
  'limit.over': '{over} past the limit of {limit}',

  'pending.short': 'not sent yet',
}
