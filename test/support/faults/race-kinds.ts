// What is raced for, one round of each: the scene is set, two act at once, the rows are looked at, the scene is cleared.
// Used by races.ts.
import { randomUUID } from 'node:crypto'
import { SYSTEM } from '#shared/access/parties.ts'
import { dueAct } from '#shared/alerts/due.ts'
import { bedsId } from '#shared/beds/beds.ts'
import type { RefusalCode } from '#shared/wire/refusal.ts'
import type { Outcome } from '#server/perform.ts'
import { dueAlerts } from '#server/store/alerts.ts'
import { allBeds } from '#server/store/beds.ts'
import { loadReservation } from '#server/store/reservations.ts'
import { loadRide } from '#server/store/rides.ts'
import { loadTransfer } from '#server/store/transfers.ts'
import { aPerson, aRequest, people, places, T0 } from '#test/support/builders.ts'
import type { Table } from './races.ts'

export type Kind = 'bed' | 'vehicle' | 'claim' | 'verify' | 'retracted' | 'expired' | 'departed'
/** `fault` null: as it should be. */
type Round = { winner: string; fault: string | null }
type Row = { fault: string; what: string; round: (table: Table, round: number) => Promise<Round> }

const colleague = aPerson('rcps', places.region, 'second-rcps')
const sibling = aPerson('bed-desk', places.sibling)
const ROOM = { operational: 10, occupied: 6, crisis: 0, boss: 1, addable24h: 0, intakeStop: null }
const acceptedBy = { role: 'intensivist', phone: '024-7654321' }
const ok = (outcome: Outcome): boolean => !('refused' in outcome)
const codeOf = (outcome: Outcome): RefusalCode | null => ('refused' in outcome ? outcome.refused.code : null)

/** Both at once, through either server, in either order. */
async function atOnce(
  round: number,
  first: (server: number) => Promise<Outcome>,
  second: (server: number) => Promise<Outcome>,
): Promise<[Outcome, Outcome]> {
  if (round % 2 === 0) return Promise.all([first(round), second(round + 1)])
  const [b, a] = await Promise.all([second(round), first(round + 1)])
  return [a, b]
}

/** Exactly one won, and the other was refused with one of these. */
function oneWins([a, b]: [Outcome, Outcome], codes: readonly RefusalCode[]): Round {
  const loser = ok(a) ? codeOf(b) : codeOf(a)
  const fault =
    ok(a) === ok(b)
      ? `both ${ok(a) ? 'won' : `lost: ${codeOf(a)}, ${codeOf(b)}`}`
      : loser === null || !codes.includes(loser)
        ? `the loser was told ${loser}`
        : null
  return { winner: ok(a) ? 'first' : 'second', fault }
}

async function directed(table: Table): Promise<{ transfer: string; reservation: string }> {
  const made = { transfer: randomUUID(), reservation: randomUUID() }
  const request = aRequest({ purpose: 'specialist-care', directedTo: places.to, admissionReason: 'other' })
  await table.do(people.intensivist, 'transfer.submit', { ...made, request })
  return made
}

const confirm = (table: Table, reservation: string, server = 0) =>
  table.act(people.receiver, 'reservation.confirm', { reservation, needs: [], acceptedBy }, server)
const withdraw = (table: Table, transfer: string, server = 0) =>
  table.act(people.intensivist, 'transfer.withdraw', { transfer, reason: 'other' }, server)

async function bedCount(table: Table): Promise<number> {
  const id = bedsId(places.to, 'ic')
  return (await allBeds(table.store.query)).find((row) => row.id === id)?.reserved ?? -1
}

async function bedRound(table: Table, round: number): Promise<Round> {
  const [one, other] = [await directed(table), await directed(table)]
  const result = oneWins(
    await atOnce(
      round,
      (server) => confirm(table, one.reservation, server),
      (server) => confirm(table, other.reservation, server),
    ),
    ['bed.only-boss-left', 'bed.none-left'],
  )
  const reserved = await bedCount(table)
  for (const { transfer } of [one, other]) await withdraw(table, transfer)
  return reserved === 1 ? result : { ...result, fault: `${reserved} beds are reserved` }
}

async function vehicleRound(table: Table, round: number): Promise<Round> {
  const offers = [await filed(table), await filed(table)]
  const plan = (transfer: string) => (server: number) =>
    table.act(
      people.desk,
      'ride.plan',
      { ride: randomUUID(), transfer, vehicle: places.vehicle, escorted: false, departAt: T0 },
      server,
    )
  const [one, other] = offers
  const result = oneWins(await atOnce(round, plan(one ?? ''), plan(other ?? '')), ['vehicle.taken'])
  const active = await table.store.query
    .selectFrom('rides')
    .select('id')
    .where('vehicle', '=', places.vehicle)
    .where('active', '=', 1)
    .execute()
  for (const transfer of offers) await withdraw(table, transfer)
  return active.length === 1 ? result : { ...result, fault: `${active.length} rides hold the vehicle` }
}

/** A confirmed bed at a hospital with room: the vehicle is what they meet over. */
async function filed(table: Table): Promise<string> {
  const made = { transfer: randomUUID(), reservation: randomUUID() }
  const request = aRequest({
    purpose: 'specialist-care',
    directedTo: places.sibling,
    admissionReason: 'other',
  })
  await table.do(people.intensivist, 'transfer.submit', { ...made, request })
  await table.do(sibling, 'reservation.confirm', {
    reservation: made.reservation,
    needs: [],
    acceptedBy,
  })
  return made.transfer
}

const coordinators =
  (name: 'transfer.claim' | 'transfer.verify', codes: readonly RefusalCode[]) =>
  async (table: Table, round: number): Promise<Round> => {
    const transfer = randomUUID()
    const urgent = { kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' } as const
    const request = aRequest(name === 'transfer.verify' ? urgent : {})
    await table.do(people.intensivist, 'transfer.submit', { transfer, request })
    const result = oneWins(
      await atOnce(
        round,
        (server) => table.act(people.rcps, name, { transfer }, server),
        (server) => table.act(colleague, name, { transfer }, server),
      ),
      codes,
    )
    await withdraw(table, transfer)
    return result
  }

const LATER = '2027-01-01T00:00:00.000Z'

/** Nobody answers: the alert goes up until the offer is to expire now. */
async function letLapse(table: Table, reservation: string): Promise<void> {
  for (;;) {
    const open = await dueAlerts(table.store.query, LATER, 1000)
    const alert = open.find((one) => one.reservation === reservation)
    if (alert?.dueAt == null) throw new Error('no alert for this offer')
    table.now = alert.dueAt
    if (dueAct(alert) === 'expire') return
    await table.do(SYSTEM, 'alert.escalate', { alert: alert.id, level: alert.level })
  }
}

/** The offer ends one way while the hospital says yes: all rows tell the same story. */
const offerEnds =
  (how: 'reservation.retract' | 'reservation.expire') =>
  async (table: Table, round: number): Promise<Round> => {
    const { transfer, reservation } = await directed(table)
    const by = how === 'reservation.expire' ? SYSTEM : people.intensivist
    if (how === 'reservation.expire') await letLapse(table, reservation)
    const [yes, end] = await atOnce(
      round,
      (server) => confirm(table, reservation, server),
      (server) => table.act(by, how, { reservation }, server),
    )
    const reserved = await bedCount(table)
    const state = (await loadReservation(table.store.query, reservation))?.state
    const whole = (await loadTransfer(table.store.query, transfer))?.state
    table.now = T0
    await withdraw(table, transfer)
    const told = `confirm ${codeOf(yes) ?? 'taken'}, end ${codeOf(end) ?? 'taken'}, ${state}, ${whole}, ${reserved}`
    const confirmed = ok(yes) && !ok(end) && state === 'confirmed' && whole === 'reserved' && reserved === 1
    const ended = !ok(yes) && ok(end) && state !== 'confirmed' && whole === 'matching' && reserved === 0
    return { winner: confirmed ? 'the yes' : 'the end', fault: confirmed || ended ? null : told }
  }

/** Before departure withdrawing wins; after it the crew has to answer. */
async function departRound(table: Table, round: number): Promise<Round> {
  const transfer = await filed(table)
  const ride = randomUUID()
  await table.do(people.desk, 'ride.plan', {
    ride,
    transfer,
    vehicle: places.vehicle,
    escorted: false,
    departAt: T0,
  })
  await table.do(people.crew, 'ride.accept', { ride })
  for (const to of ['en-route', 'at-origin'] as const)
    await table.do(people.crew, 'ride.advance', { ride, to })
  const check = (await loadTransfer(table.store.query, transfer))?.code.slice(-3) ?? ''
  const [gone, left] = await atOnce(
    round,
    (server) => withdraw(table, transfer, server),
    (server) => table.act(people.crew, 'ride.advance', { ride, to: 'departed', check }, server),
  )
  const state = (await loadTransfer(table.store.query, transfer))?.state
  const ridden = (await loadRide(table.store.query, ride))?.state
  const withdrawn = ok(gone) && !ok(left) && state === 'withdrawn' && ridden === 'aborted'
  const departed = !ok(gone) && ok(left) && state === 'in-transit' && ridden === 'departed'
  if (departed)
    for (const to of ['at-destination', 'handed-over', 'available'] as const)
      await table.do(people.crew, 'ride.advance', { ride, to })
  // The next patient finds the same bed.
  await table.do(sibling, 'beds.report', { ...ROOM, hospital: places.sibling, bed: 'ic' })
  const told = `withdraw ${codeOf(gone) ?? 'taken'}, depart ${codeOf(left) ?? 'taken'}, ${state}, ${ridden}`
  return { winner: withdrawn ? 'withdraw' : 'depart', fault: withdrawn || departed ? null : told }
}

export const kinds: Record<Kind, Row> = {
  bed: { fault: 'F7', what: 'two hospitals’ desks confirm the last bed at once', round: bedRound },
  vehicle: { fault: 'F7', what: 'two rides planned on one vehicle at once', round: vehicleRound },
  claim: {
    fault: 'F7',
    what: 'two coordinators claim one request at once',
    round: coordinators('transfer.claim', ['claim.taken']),
  },
  verify: {
    fault: 'F7',
    what: 'two coordinators verify one request at once',
    round: coordinators('transfer.verify', ['step.refused', 'claim.taken']),
  },
  retracted: {
    fault: 'F8',
    what: 'an offer retracted while it is confirmed',
    round: offerEnds('reservation.retract'),
  },
  expired: {
    fault: 'F8',
    what: 'an offer expires while it is confirmed',
    round: offerEnds('reservation.expire'),
  },
  departed: { fault: 'F9', what: 'withdrawn while the crew departs', round: departRound },
}
