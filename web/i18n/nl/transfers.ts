export const transfers = {
  rcps: 'RCPS {region}',
  to: 'naar',
  since: 'sinds {time}, {duration}',

  'code.follows': 'code volgt',
  'level.region': 'bed gezocht in de regio',
  'level.national': 'bed gezocht in het land',

  'actor.you': 'U',
  'actor.unknown': 'Nog niet bekend wie',
  'actor.crew': 'Bemanning {vehicle}',

  'acts.verify': '{who} verifieert',
  'acts.match': '{who} zoekt een bed',
  'acts.answer-counter': '{who} beantwoordt het tegenvoorstel',
  'acts.acknowledge': '{who} bevestigt ontvangst van het aanbod',
  'acts.confirm': '{who} beslist over het bed',
  'acts.plan': '{who} plant de rit',
  'acts.accept-ride': '{who} neemt de rit aan',
  'acts.drive-to-origin': '{who} rijdt naar de patiënt',
  'acts.load': '{who} neemt de patiënt over aan het bed',
  'acts.drive': '{who} rijdt met de patiënt',
  'acts.hand-over': '{who} draagt de patiënt over',
  'acts.close': '{who} rondt af',
  'acts.resume': '{who} hervat of trekt in',
  'acts.none': 'Niemand is meer aan zet',

  'limit.label': 'Tijd tot de limiet',
  'limit.minutes': '{spent} van {limit} min',
  'limit.of': '{spent} van {limit}',
  'limit.over': '{over} over limiet van {limit}',

  'pending.short': 'nog niet verzonden',
} as const
