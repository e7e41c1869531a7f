export const matching = {
  ownActs: 'Wat u hier deed',
  received: 'ontvangen {time}',
} as const
