// The reads of one transfer: all of it, whom it could go to, and what could drive it. To a stranger it does not exist.
import { type Context, type Handler, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { keysOf, reservationAudience, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { maySee } from '#shared/access/may-see.ts'
import { type Party, type Person, partiesOf } from '#shared/access/parties.ts'
import { isActive } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView, TransferDetail, TransportView } from '#shared/wire/reads.ts'
import { eventsOf } from '#server/store/events.ts'
import { reservationsOf } from '#server/store/reservations.ts'
import { ridesOf } from '#server/store/rides.ts'
import { loadPrivate, loadTransfer } from '#server/store/transfers.ts'
import { matchView } from '#server/views/match-view.ts'
import { transportView } from '#server/views/transport-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'

export function transferRoutes(parts: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('/:id/*', known(parts))
  app.use('/:id', known(parts))
  app.get('/:id', detail(parts))
  app.get('/:id/match', asParty('coordinator', 'origin-rcps', 'referrer'), match(parts))
  app.get(
    '/:id/transport',
    asParty('transport-desk', 'coordinator', 'origin-rcps', 'referrer'),
    transport(parts),
  )
  return app
}

/** Absent and not yours to know of are one answer. */
const known = ({ hinge }: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const transfer = await loadTransfer(hinge.store.query, c.req.param('id') ?? '')
    const keys = keysOf(c.get('signedIn').person)
    if (transfer === null || !sharesKey(keys, transferAudience(transfer)))
      return problem(c, { code: 'not-found' })
    c.set('transfer', transfer)
    return next()
  })

const asParty = (...parties: Party[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { memberships } = c.get('signedIn').person
    const own = memberships.flatMap((membership) => partiesOf(membership, c.get('transfer')))
    return own.some((party) => parties.includes(party)) ? next() : problem(c, { code: 'role.refused' })
  })

const detail =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c) =>
    c.json(await detailFor(hinge.store.query, c.get('transfer'), c.get('signedIn').person))

async function detailFor(
  query: AppParts['hinge']['store']['query'],
  transfer: Transfer,
  person: Person,
): Promise<TransferDetail> {
  const keys = keysOf(person)
  const sight = maySee(person, transfer)
  const { clinical, contacts } = await loadPrivate(query, transfer.id)
  const reservations = await reservationsOf(query, transfer.id)
  const rides = await ridesOf(query, transfer.id)
  const events = await eventsOf(query, transfer.id)
  return {
    transfer,
    clinical: sight.clinical ? clinical : null,
    contacts: sight.contacts ? contacts : null,
    reservations: reservations.filter((row) => sharesKey(keys, reservationAudience(row, transfer))),
    ride: rides.find(isActive) ?? rides.find(({ id }) => id === transfer.ride) ?? null,
    timeline: events
      .filter(({ event, audience }) => event.subject !== 'alert' && sharesKey(keys, audience))
      .map(({ event }) => event),
  }
}

const match =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c: Context<AppEnv>) => {
    const view = await matchView(hinge.store.query, c.get('transfer'), hinge.now().toISOString())
    return view === null ? problem(c, { code: 'not-found' }) : c.json(view satisfies MatchView)
  }

const transport =
  ({ hinge }: AppParts): Handler<AppEnv> =>
  async (c: Context<AppEnv>) => {
    const keys = keysOf(c.get('signedIn').person)
    const view = await transportView(hinge.store.query, c.get('transfer'), keys, hinge.now().toISOString())
    return view === null ? problem(c, { code: 'not-found' }) : c.json(view satisfies TransportView)
  }
