// The part of the OpenAPI document about the day board, what goes to the control room, and letters. Read by openapi.ts.
import type { $ZodType } from 'zod/v4/core'
import { toldPosition } from '#shared/wire/ride-position.ts'
import type { Route } from './openapi.ts'

type JsonSchema = (schema: $ZodType) => Record<string, unknown>

export const rideRoutes = (jsonSchema: JsonSchema): Record<string, Route> => ({
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
  'get /api/reports/rides': {
    summary:
      'How long each part took of the transfers that arrived in a day or a week, from the filing to the free vehicle ' +
      '(docs/reports.md), by track, region, vehicle and delay. Told as the report is; per ride to coordinators.',
    answers: 'RideReport',
    query: { day: 'As of the report.', period: 'As of the report.', place: 'As of the report; by origin.' },
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
  'get /api/transfers/{id}/position': {
    summary:
      'Where the vehicle of its ride was last, to three decimals, where its crew tells; with its time. The referrer, the ' +
      'receiver and the transport desks of the transfer, until the patient is handed over.',
    answers: 'PositionView',
  },
  'post /api/transfers/{id}/position': {
    summary:
      'The phone of who drives tells where it is, while its owner wants it to. Kept to three decimals, the last one only, ' +
      '24 hours at most; never an event.',
    answers: null,
    takes: jsonSchema(toldPosition),
  },
  'delete /api/transfers/{id}/position': {
    summary: 'Takes back the position that this person told.',
    answers: null,
  },
})

export const RIDE_NAMED: Record<string, string> = {
  LettersView: 'LettersView (shared/wire/letters.ts).',
  DayBoard: 'DayBoard (shared/wire/day-board.ts).',
  DaySuggestion: 'DaySuggestion (shared/wire/day-board.ts).',
  RideExport: 'RideExport (shared/rides/ride-export.ts).',
  RideReport: 'RideReport (shared/wire/ride-report.ts).',
  PositionView: 'PositionView (shared/wire/ride-position.ts).',
}
