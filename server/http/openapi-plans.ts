// The part of the OpenAPI document about the day's plan. Read by openapi.ts.
import type { $ZodType } from 'zod/v4/core'
import { newPlan } from '#shared/wire/plans.ts'
import type { Route } from './openapi.ts'

export const planDocs = (json: (schema: $ZodType) => Record<string, unknown>): Record<string, Route> => ({
  'get /api/plans': {
    summary: 'What is there to plan at a level, the last proven plan, and what is being worked on.',
    answers: 'PlanDesk',
    query: { bed: '`ic` or `ward`.' },
  },
  'post /api/plans': {
    summary:
      'Asks for a proven plan of now, of one care level. It changes nothing; with `whatIf` it is not kept as the day’s ' +
      'plan. One at a time per person and level.',
    answers: 'PlanJob',
    takes: json(newPlan),
  },
  'get /api/plans/{id}': {
    summary: 'How it goes, and what it achieved once it is proven.',
    answers: 'PlanAnswer',
    query: {
      wait: 'Answers after so many seconds at most (20), sooner when it goes on.',
      seen: 'The state and stage that are known, as `running:placing`.',
    },
  },
  'delete /api/plans/{id}': { summary: 'Takes it back; its thread ends.', answers: null },
  'get /api/plans/{id}/rows': {
    summary: 'Where each request goes, and why, or why nowhere: a page of at most 100.',
    answers: 'PlanRows',
    query: { after: 'The `next` of the page before.' },
  },
})

export const PLAN_NAMED: Record<string, string> = {
  PlanAnswer: 'PlanAnswer (shared/wire/plans.ts).',
  PlanDesk: 'PlanDesk (shared/wire/plans.ts).',
  PlanJob: 'PlanJob (shared/wire/plans.ts).',
  PlanRows: 'PlanRows (shared/wire/plans.ts).',
}
