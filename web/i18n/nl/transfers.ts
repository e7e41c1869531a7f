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

  'limit.label': 'Tijd tot de limiet',
  'limit.minutes': '{spent} van {limit} min',
  'limit.of': '{spent} van {limit}',
  'limit.over': '{over} over limiet van {limit}',

  'pending.short': 'nog niet verzonden',
} as const
