// GET /api/openapi.json: the interface others may build on, made from the schemas the doors check with.
// Every route of app.ts is in this table; a test says so.
import { type $ZodType, toJSONSchema } from 'zod/v4/core'
import { MAX_SKEW_MS } from '#shared/wire/act-time.ts'
import { DOOR_COMMANDS, payloads } from '#shared/wire/command.ts'
import { EVENT_NAMES } from '#shared/wire/event.ts'
import { FIELD_FAULTS, REFUSAL_CODES } from '#shared/wire/refusal.ts'
import { ACCESS_NAMED, accessRoutes } from './openapi-access.ts'
import { PLAN_NAMED, planDocs } from './openapi-plans.ts'
import { FEEDS_NAMED, feedRoutes } from './openapi-feeds.ts'
import { RIDE_NAMED, rideRoutes } from './openapi-rides.ts'
import { STATUS } from './problem.ts'
import { pushSubscribe, pushUnsubscribe } from './push.ts'
import { demoSignIn } from './session.ts'

type Schema = Record<string, unknown>
export type Route = {
  summary: string
  /** Name of a schema below; null: no body. */
  answers: string | null
  type?: string
  open?: true
  /** Sends the browser elsewhere. */
  moves?: true
  takes?: Schema
  /** Unless JSON. */
  takesType?: string
  query?: Record<string, string>
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** Method and path → what it is. */
export const ROUTES: Record<string, Route> = {
  'get /api/health': { summary: 'Is the server well?', answers: 'Health', open: true },
  'get /api/openapi.json': { summary: 'This document.', answers: 'OpenApi', open: true },
  'get /api/session': { summary: 'Who is signed in.', answers: 'Session' },
  'delete /api/session': { summary: 'Signs out, and ends the streams of this session.', answers: null },
  'get /api/session/demo': {
    summary: 'Demo mode only: whom one can sign in as.',
    answers: 'DemoPeople',
    open: true,
  },
  'post /api/session/demo': {
    summary: 'Demo mode only: signs in as a function. Sets the session cookie.',
    answers: 'Session',
    open: true,
    takes: jsonSchema(demoSignIn),
  },
  'post /api/commands': {
    summary:
      'Every write. The id makes it happen once: the same body again gets the first answer, another body 422.',
    answers: 'Receipt',
    takes: ref('Command'),
  },
  'get /api/events': {
    summary:
      'News as server-sent events: `data` is a News; `event: beat` is a sign of life that carries the cursor ' +
      'forward; `event: reset` asks to fetch a new snapshot. Ids are cursors. Who is far behind first gets each ' +
      'changed row once.',
    answers: 'News',
    type: 'text/event-stream',
    query: { since: 'A cursor of this person; `Last-Event-ID` goes before it. From now on when absent.' },
  },
  'get /api/snapshot': {
    summary: 'Every row this person may see, and the cursor from which the stream goes on.',
    answers: 'Snapshot',
  },
  'get /api/counts': {
    summary:
      'Figures without patients: how many are open and were moved, by region and care level; no group under five. ' +
      'Observers, secretaries, coordinators, administrators.',
    answers: 'CountsView',
  },
  'get /api/reports/day': {
    summary:
      'Figures of a day or a week: beds, share, movements, waiting times, refusals (docs/reports.md). The LCPS all of ' +
      'them, an RCPS its own region and the nation; observers, secretaries and administrators no group under five.',
    answers: 'ReportView',
    query: {
      day: 'YYYY-MM-DD, not in the future; today when absent.',
      period: '`day` (when absent) or `week`: the calendar week of that day.',
      place: '`nl` (when absent) or a region.',
    },
  },
  'get /api/forecast': {
    summary:
      'Patients of the crisis in the coming seven days, per region and for the nation, with an interval and how the ' +
      'prognosis did before (docs/forecast.md). Who reads the report.',
    answers: 'ForecastView',
  },
  'get /api/hfno': {
    summary:
      'How many ambulance+ are free now; with none, when and where the first one frees. Hospitals, coordinators and ' +
      'transport desks.',
    answers: 'HfnoView',
  },
  'get /api/push': {
    summary: 'The server’s public key (VAPID), with which a device subscribes.',
    answers: 'PushKey',
  },
  'post /api/push': {
    summary:
      'Has this device told by push when an alert rings for this person. A push has no content; endpoints at ' +
      'known push services only.',
    answers: null,
    takes: jsonSchema(pushSubscribe),
  },
  'delete /api/push': {
    summary: 'Has this device told no longer.',
    answers: null,
    takes: jsonSchema(pushUnsubscribe),
  },
  'get /api/transfers/{id}': {
    summary:
      'One transfer with its timeline; clinical fields and phone lines where this person may read them.',
    answers: 'TransferDetail',
  },
  'get /api/transfers/{id}/record': {
    summary: 'Who did and saw what with it, as function and organisation. Its parties.',
    answers: 'RecordView',
  },
  'get /api/transfers/{id}/letter': {
    summary: 'What goes along with the patient. Asking for it is recorded as taking it over. Both hospitals.',
    answers: 'Letter',
    query: { as: '`print` or `export`.' },
  },
  'get /api/transfers/{id}/match': {
    summary: 'Hospitals in R8’s order, the excluded ones with reasons. Coordinators and the referrer.',
    answers: 'MatchView',
  },
  'get /api/transfers/{id}/transport': {
    summary: 'Vehicles by R4. Transport desks, coordinators and the referrer.',
    answers: 'TransportView',
  },
  ...rideRoutes(jsonSchema),
  ...planDocs(jsonSchema),
  ...accessRoutes(jsonSchema),
  ...feedRoutes(jsonSchema),
}

/** Shapes that TypeScript holds: named here, written in shared/wire. */
const NAMED: Record<string, string> = {
  CountsView: 'CountsView (shared/wire/reads.ts).',
  ForecastView: 'ForecastView (shared/wire/reports.ts).',
  ReportView: 'ReportView (shared/wire/reports.ts).',
  DemoPeople: 'A list of DemoPerson (shared/wire/reads.ts).',
  Health: 'Health (shared/wire/reads.ts).',
  Letter: 'Letter (shared/wire/reads.ts).',
  MatchView: 'MatchView (shared/wire/reads.ts).',
  News: `News (shared/wire/event.ts): an event, a row that came into sight, or one that went out of it. Names: ${EVENT_NAMES.join(', ')}.`,
  OpenApi: 'An OpenAPI 3.1 document.',
  PushKey: 'PushKey (shared/wire/reads.ts).',
  RecordView: 'RecordView (shared/wire/reads.ts).',
  Receipt: 'Receipt (shared/wire/command.ts): id, at, subject, and the code that a submit issued.',
  Session: 'Session (shared/wire/reads.ts).',
  Snapshot: 'Snapshot (shared/wire/reads.ts).',
  TransferDetail: 'TransferDetail (shared/wire/reads.ts).',
  TransportView: 'TransportView (shared/wire/reads.ts).',
  HfnoView: 'HfnoView (shared/wire/reads.ts).',
  ...RIDE_NAMED,
  ...PLAN_NAMED,
  ...ACCESS_NAMED,
  ...FEEDS_NAMED,
}

const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457 problem details with a refusal code.',
  required: ['type', 'title', 'status', 'code', 'request'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { enum: [...new Set(Object.values(STATUS))].sort() },
    code: { enum: [...REFUSAL_CODES] },
    request: {
      type: 'string',
      format: 'uuid',
      description: 'The number of this request in the server’s log.',
    },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'fault'],
        properties: {
          field: { type: 'string' },
          fault: { enum: [...FIELD_FAULTS] },
          min: { type: 'number' },
          max: { type: 'number' },
        },
      },
    },
    reasons: { type: 'array', items: { type: 'string' } },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
  },
}

function jsonSchema(schema: $ZodType): Schema {
  const { $schema: _, '~standard': __, ...body } = toJSONSchema(schema, { io: 'input' }) as Schema
  return body
}

const commandSchema = (): Schema => ({
  oneOf: DOOR_COMMANDS.map((name) => ({
    type: 'object',
    title: name,
    required: ['id', 'name', 'at', 'payload'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', format: 'uuid' },
      name: { const: name },
      at: { type: 'string', format: 'date-time', description: 'The phone’s own time of the act.' },
      skew: {
        type: 'integer',
        minimum: -MAX_SKEW_MS,
        maximum: MAX_SKEW_MS,
        description: 'What to add to the phone’s clock to get the server’s, in ms; absent where not known.',
      },
      payload: jsonSchema(payloads[name]),
    },
  })),
})

const problem = { 'application/problem+json': { schema: ref('Problem') } }

function operation(
  { summary, answers, type, open, moves, takes, takesType, query }: Route,
  path: string,
): Schema {
  const parameters = [
    ...(path.includes('{id}')
      ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 1400 } }]
      : []),
    ...Object.entries(query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
  ]
  const done = moves ? { 302: { description: 'Go there.' } } : { 204: { description: 'Done.' } }
  const good =
    answers === null
      ? done
      : {
          200: {
            description: answers,
            content: { [type ?? 'application/json']: { schema: ref(answers) } },
          },
        }
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(takes === undefined
      ? {}
      : {
          requestBody: { required: true, content: { [takesType ?? 'application/json']: { schema: takes } } },
        }),
    responses: { ...good, default: { description: 'A refusal, by its code.', content: problem } },
    security: open ? [] : [{ session: [] }],
  }
}

export function openApi(version: string): Schema {
  const paths: Record<string, Schema> = {}
  for (const [key, route] of Object.entries(ROUTES)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method]: operation(route, path) }
  }
  const named = Object.entries(NAMED).map(([name, description]) => [name, { description }])
  return {
    openapi: '3.1.0',
    info: {
      title: 'brancard',
      version,
      description: 'Patient transfers between Dutch hospitals: ask, match, carry out.',
    },
    paths,
    components: {
      schemas: { Command: commandSchema(), Problem: problemSchema, ...Object.fromEntries(named) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'brancard' } },
    },
  }
}
