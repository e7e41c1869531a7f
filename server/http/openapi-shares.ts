// The part of the OpenAPI document about fair share and the phase's signals. Read by openapi.ts.
import type { Route } from './openapi.ts'

export const shareRoutes: Record<string, Route> = {
  'get /api/shares': {
    summary:
      'What each share group should have, has and has under way (R7), IC and ward apart. Coordinators, secretaries, ' +
      'observers; figures of fewer than five patients are the coordinators’ only.',
    answers: 'SharesView',
  },
  'get /api/shares/history': {
    summary: 'How far each share group lay from its share on each of the last fourteen days that were kept.',
    answers: 'ShareHistoryView',
  },
  'get /api/shares/{id}': {
    summary:
      'The same per hospital of one region, by the region’s own key or else by staffed beds. `id`: the region.',
    answers: 'RegionSharesView',
  },
  'get /api/signals': {
    summary:
      'What the figures say about the phase, with the figures: advice, nothing follows from it by itself.',
    answers: 'SignalsView',
  },
}

export const SHARES_NAMED: Record<string, string> = {
  RegionSharesView: 'RegionSharesView (shared/wire/shares.ts).',
  ShareHistoryView: 'ShareHistoryView (shared/wire/shares.ts).',
  SharesView: 'SharesView (shared/wire/shares.ts).',
  SignalsView: 'SignalsView (shared/wire/shares.ts).',
}
