// GET /api/day-board and its best filling: one line in the record each, with the codes that were told.
import { type Context, type Handler, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { listAct } from '#shared/record/acts.ts'
import { wallTimeAt } from '#shared/rides/amsterdam-clock.ts'
import { BOARD_SCOPES, type BoardScope, type DayBoard } from '#shared/wire/day-board.ts'
import { solveFill } from '#server/plan/solve-fill.ts'
import { type BoardFacts, dayBoard, desksOf } from '#server/views/day-board-view.ts'
import { fillInputOf, suggestionOf } from '#server/views/day-fill.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { mayRoute } from './may-route.ts'
import { problem } from './problem.ts'
import { readRecorded } from './recorded.ts'
import { signedIn } from './session.ts'

/** The whole answer within three seconds. */
const LIMIT_MS = 2400
/** How far ahead a day can be looked at. */
const MOST_DAYS = 14

/** `reads`: what counts against a person's rate. */
export function dayBoardRoutes(parts: AppParts, reads: MiddlewareHandler<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('*', signedIn(parts), reads, compress())
  app.get('/', mayRoute('get /api/day-board'), board(parts))
  app.get('/suggestion', mayRoute('get /api/day-board/suggestion'), suggestion(parts))
  return app
}

const board =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const facts = factsOf(parts, c)
    return 'fault' in facts ? badQuery(c, facts.fault) : c.json(await read(parts, c, facts))
  }

const suggestion =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const facts = factsOf(parts, c)
    if ('fault' in facts) return badQuery(c, facts.fault)
    const shown = await read(parts, c, { ...facts, scope: 'own' })
    const filling = await solveFill(fillInputOf(shown), LIMIT_MS)
    return filling === null ? problem(c, { code: 'unavailable' }) : c.json(suggestionOf(shown, filling))
  }

const read = (parts: AppParts, c: Context<AppEnv>, facts: BoardFacts): Promise<DayBoard> =>
  readRecorded(
    parts,
    c,
    (db) => dayBoard(db, facts),
    (happened, { rides, waiting }) =>
      listAct(happened, 'list.read', [
        ...rides.flatMap(({ code }) => code ?? []),
        ...waiting.map(({ code }) => code),
      ]),
  )

type Asked = BoardFacts | { fault: 'day' | 'scope' }

function factsOf(parts: AppParts, c: Context<AppEnv>): Asked {
  const { person } = c.get('signedIn')
  const at = parts.hinge.now()
  const day = c.req.query('day') ?? dayOf(at.getTime())
  const scope = c.req.query('scope') ?? (desksOf(person).length > 0 ? 'own' : 'nation')
  const days = (Date.parse(day) - Date.parse(dayOf(at.getTime()))) / 86_400_000
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !(days >= -1 && days <= MOST_DAYS)) return { fault: 'day' }
  if (!isScope(scope)) return { fault: 'scope' }
  return { person, day, scope, now: at.toISOString() }
}

const isScope = (scope: string): scope is BoardScope => BOARD_SCOPES.some((one) => one === scope)

function dayOf(at: number): string {
  const { year, month, day } = wallTimeAt(at)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

const badQuery = (c: Context<AppEnv>, field: 'day' | 'scope') =>
  problem(c, {
    code: 'command.invalid',
    fields: [field === 'day' ? { field, fault: 'range', min: -1, max: MOST_DAYS } : { field, fault: 'enum' }],
  })
