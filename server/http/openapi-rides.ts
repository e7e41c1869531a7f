// The part of the OpenAPI document about the day board, what goes to the control room, and letters. Read by openapi.ts.
import type { Route } from './openapi.ts'

export const rideDocs: Record<string, Route> = {
  'get /api/day-board': {
    summary:
      'Vehicles, the rides of one day (`day`, local, from yesterday to a fortnight ahead) and what waits for one. `scope` ' +
      '`own` or `nation`; of a transfer one may not know of, only that its vehicle is held.',
    answers: 'DayBoard',
  },
  'get /api/day-board/suggestion': {
    summary: 'The best filling of the day for what waits, proven or with its gap; the planner decides.',
    answers: 'DaySuggestion',
  },
  'get /api/transfers/{id}/ride': {
    summary:
      'The planned or driven ride as a control room takes it over, `as=json` or `as=csv` (docs/ride-export.md). The ' +
      'transport desks of the transfer.',
    answers: 'RideExport',
  },
  'get /api/letters': {
    summary:
      'Moves that are over and whose letter this person’s hospital has not taken over yet, with when it is reminded and ' +
      'when the clinical fields go. Referrers and bed desks.',
    answers: 'LettersView',
  },
}

export const RIDE_NAMED: Record<string, string> = {
  LettersView: 'LettersView (shared/wire/letters.ts).',
  DayBoard: 'DayBoard (shared/wire/day-board.ts).',
  DaySuggestion: 'DaySuggestion (shared/wire/day-board.ts).',
  RideExport: 'RideExport (shared/rides/ride-export.ts).',
}
