// GET, POST and DELETE /api/transfers/:id/position: where the vehicle of its ride is, told by the phone of who drives it.
// Kept apart from rows and events; the log knows no body. Mounted by transfers.ts.
import type { Context, Handler } from 'hono'
import type { OtherAct } from '#shared/record/act.ts'
import { readAct } from '#shared/record/acts.ts'
import { coarse, guardPosition, shownPosition } from '#shared/rides/position.ts'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { type PositionView, toldPosition } from '#shared/wire/ride-position.ts'
import { dropPosition, positionOf, savePosition } from '#server/store/positions.ts'
import { ridesOf } from '#server/store/rides.ts'
import type { Db } from '#server/store/store.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readBody } from './body.ts'
import { problem } from './problem.ts'
import { readRecorded } from './recorded.ts'

export const getPosition =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const now = parts.hinge.now().toISOString()
    const view = await recordedOnce(parts, c, 'position.read', async (db) => {
      const ride = await rideOf(db, c.get('transfer').id)
      const kept = ride === null ? null : await positionOf(db, ride.id)
      const position = shownPosition(ride, kept, now)
      return { ride: ride?.id ?? null, position, at: now } satisfies PositionView
    })
    return c.json(view)
  }

export const postPosition =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const body = await readBody(c, toldPosition)
    if ('refused' in body) return problem(c, body.refused)
    const transfer = c.get('transfer')
    const { person } = c.get('signedIn')
    const { query } = parts.hinge.store
    const ride = await rideOf(query, transfer.id)
    const guarded = guardPosition(ride, transfer, person)
    if ('refused' in guarded) return problem(c, guarded.refused)
    if (ride === null) return problem(c, { code: 'not-found' })
    const at = parts.hinge.now().toISOString()
    const kept = { ride: ride.id, vehicle: ride.vehicle, person: person.id, ...coarse(body.read), at }
    await recordedOnce(parts, c, 'position.share', (db) => savePosition(db, kept))
    return c.body(null, 204)
  }

/** Whoever told it may always take it back. */
export const deletePosition =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { id } = c.get('transfer')
    await readRecorded(
      parts,
      c,
      async (db) => {
        for (const ride of await ridesOf(db, id)) await dropPosition(db, ride.id, c.get('signedIn').person.id)
      },
      (happened) => readAct(happened, 'position.stop', { id, transfer: c.get('transfer') }),
    )
    return c.body(null, 204)
  }

const rideOf = async (db: Db, transfer: string): Promise<Ride | null> =>
  (await ridesOf(db, transfer)).find(isActive) ?? null

/** Every minute the same again: one line per person, transfer and session, as of the stream. */
const recordedOnce = <T>(
  parts: AppParts,
  c: Context<AppEnv>,
  event: OtherAct,
  run: (db: Db) => Promise<T>,
): Promise<T> =>
  readRecorded(parts, c, run, (happened) => {
    const transfer = c.get('transfer')
    const once = `${event} ${happened.via.session} ${happened.person.id} ${transfer.id}`
    return { ...readAct(happened, event, { id: transfer.id, transfer }), once }
  })
