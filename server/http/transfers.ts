// The reads of one transfer: all of it, whom it could go to, and what could drive it. To a stranger it does not exist.
import { type Context, type Handler, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { keysOf, reservationAudience, sharesKey, transferAudience } from '#shared/access/audience.ts'
import type { RouteName } from '#shared/access/acts.ts'
import { withoutLapsed } from '#shared/access/emergency.ts'
import { isAllowed } from '#shared/access/may.ts'
import type { Person } from '#shared/access/parties.ts'
import { isActive } from '#shared/rides/ride.ts'
import { linesFor } from '#shared/transfers/lines-for.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import type { OtherAct } from '#shared/record/act.ts'
import { eventsOf } from '#server/store/events.ts'
import { phoneLinesOf } from '#server/store/phone-lines.ts'
import { reservationsOf } from '#server/store/reservations.ts'
import { ridesOf } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import { loadPrivate, loadTransfer } from '#server/store/transfers.ts'
import { matchView } from '#server/views/match-view.ts'
import { transportView } from '#server/views/transport-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'
import { readTransfer, refuseRead } from './recorded.ts'
import { getRideExport } from './ride-export.ts'
import { deletePosition, getPosition, postPosition } from './ride-position.ts'
import { getLetter, getRecord } from './transfer-record.ts'

export function transferRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('/:id/*', known(parts))
  app.use('/:id', known(parts))
  app.get('/:id', detail(parts))
  app.get('/:id/record', asParty(parts, 'get /api/transfers/{id}/record'), getRecord(parts))
  app.get('/:id/letter', asParty(parts, 'get /api/transfers/{id}/letter'), letter(parts))
  app.get('/:id/match', asParty(parts, 'get /api/transfers/{id}/match'), match(parts))
  app.get('/:id/transport', asParty(parts, 'get /api/transfers/{id}/transport'), transport(parts))
  app.get('/:id/ride', asParty(parts, 'get /api/transfers/{id}/ride'), getRideExport(parts))
  app.get('/:id/position', asParty(parts, 'get /api/transfers/{id}/position'), getPosition(parts))
  app.post('/:id/position', asParty(parts, 'post /api/transfers/{id}/position'), postPosition(parts))
  app.delete('/:id/position', asParty(parts, 'delete /api/transfers/{id}/position'), deletePosition(parts))
  return app
}

/** Absent and not yours to know of are one answer. */
const known = (parts: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const found = await loadTransfer(parts.hinge.store.query, c.req.param('id') ?? '')
    const transfer = found && withoutLapsed(found, parts.hinge.now().toISOString())
    const keys = keysOf(c.get('signedIn').person)
    if (transfer === null || !sharesKey(keys, transferAudience(transfer)))
      return refuseRead(parts, c, actAt(c.req), 'not-found')
    c.set('transfer', transfer)
    return next()
  })

/** What the last word of an address does. */
const ACT_AT: ReadonlyMap<string, OtherAct> = new Map([
  ['match', 'transfer.match'],
  ['transport', 'transfer.transport'],
  ['record', 'transfer.read-record'],
  ['letter', 'transfer.print'],
  ['ride', 'transfer.export'],
  ['position', 'position.read'],
])
const actAt = ({ method, path }: { method: string; path: string }): OtherAct =>
  method === 'GET'
    ? (ACT_AT.get(path.slice(path.lastIndexOf('/') + 1)) ?? 'transfer.read')
    : method === 'POST'
      ? 'position.share'
      : 'position.stop'

const asParty = (parts: AppParts, route: RouteName) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const thing = { kind: 'transfer', transfer: c.get('transfer') } as const
    return isAllowed(c.get('signedIn').person, route, thing)
      ? next()
      : refuseRead(parts, c, actAt(c.req), 'role.refused')
  })

const detail =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    return c.json(
      await readTransfer(parts, c, 'transfer.read', (db) => detailFor(db, c.get('transfer'), person)),
    )
  }

const letter =
  (parts: AppParts): Handler<AppEnv> =>
  (c, next) =>
    getLetter(parts, (db) => detailFor(db, c.get('transfer'), c.get('signedIn').person))(c, next)

async function detailFor(query: Db, transfer: Transfer, person: Person): Promise<TransferDetail> {
  const keys = keysOf(person)
  const mayRead = (part: 'clinical' | 'contacts') =>
    isAllowed(person, `read:${part}`, { kind: 'transfer', transfer })
  const { clinical, contacts } = await loadPrivate(query, transfer.id)
  const reservations = await reservationsOf(query, transfer.id)
  const rides = await ridesOf(query, transfer.id)
  const events = await eventsOf(query, transfer.id)
  return {
    transfer,
    clinical: mayRead('clinical') ? clinical : null,
    contacts: mayRead('contacts') ? contacts : null,
    lines: await phoneLinesOf(query, linesFor(transfer, mayRead('contacts'))),
    reservations: reservations.filter((row) => sharesKey(keys, reservationAudience(row, transfer))),
    ride: rides.find(isActive) ?? rides.find(({ id }) => id === transfer.ride) ?? null,
    timeline: events
      .filter(({ event, audience }) => event.subject !== 'alert' && sharesKey(keys, audience))
      .map(({ event }) => event),
  }
}

const match =
  (parts: AppParts): Handler<AppEnv> =>
  async (c: Context<AppEnv>) => {
    const now = parts.hinge.now().toISOString()
    const view = await readTransfer(parts, c, 'transfer.match', (db) => matchView(db, c.get('transfer'), now))
    return view === null ? problem(c, { code: 'not-found' }) : c.json(view satisfies MatchView)
  }

const transport =
  (parts: AppParts): Handler<AppEnv> =>
  async (c: Context<AppEnv>) => {
    const keys = keysOf(c.get('signedIn').person)
    const now = parts.hinge.now().toISOString()
    const view = await readTransfer(parts, c, 'transfer.transport', (db) =>
      transportView(db, c.get('transfer'), keys, now),
    )
    return view === null ? problem(c, { code: 'not-found' }) : c.json(view satisfies TransportView)
  }
