import { describe, expect, test } from 'vitest'
import { decisions } from '#shared/wire/decisions.ts'
import type { Command } from '#shared/wire/command.ts'
import type { RowTable } from '#shared/wire/event.ts'
import {
  plus,
  aRequest,
  aReservation,
  aRide,
  aTransfer,
  anId,
  ids,
  people,
  places,
  T0,
} from '#test/support/builders.ts'
import { expectedRevs, type Mirror, mirrorOf, withChanges } from '#web/state/mirror.ts'
import { type OwnAct, overlay, preview } from '#web/state/preview.ts'
import type { Rows } from '#web/sync/row-tables.ts'

const mirror = (rows: { [T in RowTable]?: Rows[T][] } = {}): Mirror =>
  mirrorOf({
    transfers: [],
    reservations: [],
    rides: [],
    beds: [],
    phases: [],
    alerts: [],
    register: [],
    ...rows,
  })

const command = (name: string, payload: object, minutes = 0, id = 1): Command =>
  ({ id: anId(id), name, at: plus(minutes), payload }) as Command
const look = (asked: Command, rows: Mirror, person = people.rcps) =>
  preview(asked, rows, { person, now: T0 }, decisions)

const driving = mirror({
  transfers: [aTransfer({ state: 'planned', to: places.to, ride: ids.ride, vehicle: places.vehicle })],
  reservations: [aReservation({ state: 'confirmed' })],
  rides: [aRide({ state: 'accepted' })],
})
const steps = ['en-route', 'at-origin', 'departed', 'at-destination'] as const
const check = { check: '3TB' }
const step = (at: number): Command =>
  command(
    'ride.advance',
    { ride: ids.ride, to: steps[at], ...(steps[at] === 'departed' ? check : {}) },
    at,
    at + 1,
  )

/** As `act` files them: each on top of the ones before. */
function filed(rows: Mirror, commands: Command[], person = people.crew): OwnAct[] {
  let shown = rows
  return commands.map((each) => {
    const seen = preview(each, shown, { person, now: each.at }, decisions)
    if (!('changes' in seen)) throw new Error(`not accepted: ${JSON.stringify(seen)}`)
    shown = withChanges(shown, seen.changes)
    return { command: each, received: false, expect: expectedRevs(shown, seen.changes) }
  })
}

describe('preview', () => {
  test('a step that the state does not allow is refused here', () => {
    const seen = look(
      command('transfer.verify', { transfer: ids.transfer }),
      mirror({ transfers: [aTransfer()] }),
    )
    expect(seen).toMatchObject({ refused: { code: 'step.refused' } })
  })

  test("an act that is another role's is refused here", () => {
    const seen = look(
      command('transfer.claim', { transfer: ids.transfer }),
      mirror({ transfers: [aTransfer()] }),
      people.intensivist,
    )
    expect(seen).toMatchObject({ refused: { code: 'role.refused' } })
  })

  test('an allowed act gives its changes', () => {
    const seen = look(
      command('transfer.claim', { transfer: ids.transfer }),
      mirror({ transfers: [aTransfer()] }),
    )
    expect(seen).toMatchObject({ changes: [{ subject: 'transfer', id: ids.transfer }] })
  })

  test('what rests on rows that are not here is left to the server', () => {
    expect(look(command('transfer.claim', { transfer: ids.transfer }), mirror())).toEqual({ unknown: true })
    const offered = mirror({
      transfers: [aTransfer({ state: 'offered', to: places.to, reservation: ids.reservation })],
      reservations: [aReservation()],
    })
    const confirm = command('reservation.confirm', { reservation: ids.reservation, needs: [] })
    expect(look(confirm, offered, people.receiver)).not.toHaveProperty('refused')
  })

  test('a faulty request is refused here, field by field', () => {
    const request = { ...aRequest(), weight: undefined, readyFrom: plus(-60) }
    const seen = look(
      command('transfer.submit', { transfer: anId(7), request }),
      mirror(),
      people.intensivist,
    )
    expect(seen).toMatchObject({ refused: { code: 'command.invalid' } })
    const fields = 'refused' in seen ? seen.refused.fields?.map(({ field }) => field) : []
    expect(fields).toEqual(expect.arrayContaining(['readyFrom', 'weight']))
  })

  test('a good request becomes a row without a code and without a clinical field', () => {
    const seen = look(
      command('transfer.submit', { transfer: anId(7), request: aRequest() }),
      mirror(),
      people.intensivist,
    )
    if (!('changes' in seen)) throw new Error(JSON.stringify(seen))
    const row = withChanges(mirror(), seen.changes).transfers.get(anId(7))
    expect(row).toMatchObject({ code: '', from: places.from, pending: true })
    for (const field of ['age', 'support', 'fio2', 'callback', 'note']) expect(row).not.toHaveProperty(field)
  })
})

describe('overlay', () => {
  const states = (shown: Mirror) => [
    shown.rides.get(ids.ride)?.state,
    shown.transfers.get(ids.transfer)?.state,
  ]

  test('queued steps show the ride as it will be, without the beds of either hospital', () => {
    const shown = overlay(
      driving,
      filed(
        driving,
        steps.map((_, at) => step(at)),
      ),
      people.crew,
      decisions,
    )
    expect(states(shown)).toEqual(['at-destination', 'arrived'])
    expect(shown.rides.get(ids.ride)?.pending).toBe(true)
    expect(driving.rides.get(ids.ride)?.state).toBe('accepted')
  })

  test('tables without a change stay the very same', () => {
    const shown = overlay(driving, filed(driving, [step(0)]), people.crew, decisions)
    expect(shown.beds).toBe(driving.beds)
    expect(shown.transfers).toBe(driving.transfers)
    expect(shown.rides).not.toBe(driving.rides)
  })

  test('while the first step has arrived and the rest still waits, nothing jumps back', () => {
    const acts = filed(driving, [step(0), step(1)])
    const after1 = mirror({
      transfers: [...driving.transfers.values()],
      reservations: [...driving.reservations.values()],
      rides: [aRide({ state: 'en-route', rev: 2 })],
    })
    const received = acts.map((act, at) => ({ ...act, received: at === 0 }))
    expect(states(overlay(after1, received, people.crew, decisions))[0]).toBe('at-origin')
  })

  test('a received act shows until its news has come, then no second time', () => {
    const note = command('ride.note', { ride: ids.ride, note: 'traffic' })
    const acts = filed(driving, [note]).map((act) => ({ ...act, received: true }))
    const before = overlay(driving, acts, people.crew, decisions)
    expect(before.rides.get(ids.ride)?.notes).toHaveLength(1)
    const come = mirror({
      transfers: [...driving.transfers.values()],
      rides: [aRide({ state: 'accepted', rev: 2, notes: [{ at: T0, note: 'traffic' }] })],
    })
    const afterwards = overlay(come, acts, people.crew, decisions)
    expect(afterwards.rides.get(ids.ride)?.notes).toHaveLength(1)
    expect(afterwards.rides.get(ids.ride)?.pending).toBeUndefined()
  })

  test('an act that another one made impossible changes nothing on the screen', () => {
    const acts = filed(driving, [step(0)])
    const withdrawn = mirror({
      transfers: [aTransfer({ state: 'withdrawn', rev: 5 })],
      rides: [aRide({ state: 'aborted', rev: 3 })],
    })
    expect(states(overlay(withdrawn, acts, people.crew, decisions))).toEqual(['aborted', 'withdrawn'])
  })
})
