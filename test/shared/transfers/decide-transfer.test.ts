import { describe, expect, it, test } from 'vitest'
import { TRANSFER_STATES, type TransferState } from '#shared/transfers/transfer.ts'
import { type TransferCommand, transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { DecisionRow } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aClinical,
  aContext,
  plus,
  aPerson,
  aTransfer,
  aWish,
  aWorld,
  ids,
  inPhase,
  people,
  places,
  someBeds,
  someContacts,
  T0,
} from '#test/support/builders.ts'
import { type CastName, cast, castNames, type Level, partiesAt, pointAt } from '#test/support/cast.ts'

const payloads: { [N in TransferCommand]: Payload<N> } = {
  'transfer.claim': { transfer: ids.transfer },
  'transfer.unclaim': { transfer: ids.transfer },
  'transfer.verify': { transfer: ids.transfer },
  'transfer.reject': { transfer: ids.transfer, reason: 'bed-found' },
  'transfer.hand-over': { transfer: ids.transfer, note: 'regio vol' },
  'transfer.hand-back': { transfer: ids.transfer, note: 'fase 1b' },
  'transfer.offer': {
    transfer: ids.transfer,
    reservation: ids.other,
    hospital: places.sibling,
    reason: 'afgesproken',
  },
  'transfer.direct': { transfer: ids.transfer, reservation: ids.other, hospital: places.sibling },
  'transfer.name': { transfer: ids.transfer, to: places.toRegion },
  'transfer.unname': { transfer: ids.transfer },
  'transfer.indicate': { transfer: ids.transfer, answer: 'given' },
  'transfer.hold': { transfer: ids.transfer },
  'transfer.resume': { transfer: ids.transfer },
  'transfer.withdraw': { transfer: ids.transfer, reason: 'no-longer-needed' },
  'transfer.solve-elsewhere': { transfer: ids.transfer },
  'transfer.decease': { transfer: ids.transfer },
  'transfer.close': { transfer: ids.transfer },
}
const commands = Object.keys(transferSteps) as TransferCommand[]
const levels: Level[] = ['region', 'national']

/** The facts under which nothing but the table speaks against a step. */
function tryStep(command: TransferCommand, state: TransferState, level: Level, name: CastName) {
  const point = pointAt(state, level)
  const person = cast[name]
  const purpose = command === 'transfer.direct' ? 'return' : point.transfer.purpose
  const claim =
    command === 'transfer.unclaim'
      ? { person: person.id, role: 'rcps' as const, org: 'x', at: plus(-9) }
      : null
  const hospital = level === 'region' ? places.near : places.sibling
  const wish = command === 'transfer.unname' ? { day: aWish().day, to: places.toRegion, at: T0 } : null
  const transfer = { ...point.transfer, purpose, claim, wish }
  const world = aWorld({
    ...point,
    transfer,
    reservations: point.reservation === null ? [] : [point.reservation],
    clinical: aClinical(),
    contacts: someContacts(),
    beds: [places.from, places.near, places.to, places.sibling].map((at) => someBeds(at)),
    phases: inPhase('2a'),
    register: [aWish()],
  })
  const payload = { ...payloads[command], ...('hospital' in payloads[command] ? { hospital } : {}) }
  const row = decisions[command] as DecisionRow<TransferCommand>
  return row.decide(world, payload as Payload<TransferCommand>, aContext(person))
}

/** The receiver knows from arrival on, the crew from departure on. */
const isWithPatient = (parties: readonly string[], state: TransferState): boolean =>
  parties.includes('referrer') ||
  parties.includes('coordinator') ||
  state === 'arrived' ||
  (parties.includes('crew') && state === 'in-transit')

/** What the table says, by hand for who is who. */
function expected(command: TransferCommand, state: TransferState, level: Level, name: CastName): string {
  const { by, from } = transferSteps[command]
  const parties = partiesAt(name, state, level)
  if (parties === null) return 'not-found'
  if (!parties.some((party) => (by as readonly string[]).includes(party))) return 'role.refused'
  if (!(from as readonly string[]).includes(state)) return state === 'on-hold' ? 'on-hold' : 'step.refused'
  // A request that was handed over already is not handed over again.
  if (command === 'transfer.hand-over' && level === 'national') return 'step.refused'
  if (command === 'transfer.hand-back' && level === 'region') return 'step.refused'
  // Within the region there is no wanted movement.
  if (command === 'transfer.name' && level === 'region' && state !== 'matching') return 'wish.refused'
  if (command === 'transfer.decease' && !isWithPatient(parties, state)) return 'role.refused'
  return 'allowed'
}

describe('every command on a transfer, in every state, by everyone', () => {
  test.each(commands)('%s is allowed exactly where its row says', (command) => {
    let allowed = 0
    for (const state of TRANSFER_STATES)
      for (const level of levels)
        for (const name of castNames) {
          const decision = tryStep(command, state, level, name)
          const said = 'refused' in decision ? decision.refused.code : 'allowed'
          expect(`${state} ${level} ${name}: ${said}`).toBe(
            `${state} ${level} ${name}: ${expected(command, state, level, name)}`,
          )
          if (said === 'allowed') allowed += 1
        }
    expect(allowed).toBeGreaterThan(0)
  })

  it.each(commands)('%s leads to the state of its row and names its event', (command) => {
    const { from, to, by, event } = transferSteps[command]
    for (const state of from) {
      const level = by.includes('origin-rcps' as never) && command !== 'transfer.name' ? 'region' : 'national'
      const name = castNames.find((one) => expected(command, state, level, one) === 'allowed')
      expect(name).toBeDefined()
      const decision = tryStep(command, state, level, name as CastName)
      if ('refused' in decision) throw new Error(decision.refused.code)
      const change = decision.changes.find(({ subject }) => subject === 'transfer')
      expect(change?.name).toBe(event)
      const target = to === 'held' ? 'planned' : to === 'same' ? undefined : to
      expect(change?.data.state).toBe(target)
    }
  })
})

describe('claims', () => {
  const mine = { person: people.rcps.id, role: 'rcps' as const, org: places.region, at: plus(-5) }
  const world = (state: TransferState = 'matching') =>
    aWorld({
      transfer: aTransfer({ state, claim: mine }),
      clinical: aClinical(),
      phases: inPhase('2a'),
      beds: [someBeds(places.from)],
    })
  const colleague = aPerson('rcps', places.region, 'colleague')

  it.each([
    'transfer.claim',
    'transfer.verify',
    'transfer.reject',
    'transfer.hand-over',
    'transfer.offer',
  ] as const)('another coordinator’s claim stops %s and says whose it is', (command) => {
    const state = command === 'transfer.verify' || command === 'transfer.reject' ? 'verifying' : 'matching'
    const row = decisions[command] as DecisionRow<TransferCommand>
    const payload = payloads[command] as Payload<TransferCommand>
    expect(row.decide(world(state), payload, aContext(colleague))).toEqual({
      refused: { code: 'claim.taken', facts: { role: 'rcps', org: places.region, at: mine.at } },
    })
  })

  it('a claimant may claim again', () => {
    const decision = decisions['transfer.claim'].decide(
      world(),
      { transfer: ids.transfer },
      aContext(people.rcps),
    )
    expect(decision).not.toHaveProperty('refused')
  })

  it('what nobody claimed cannot be let go', () => {
    const free = aWorld({ transfer: aTransfer() })
    const decision = decisions['transfer.unclaim'].decide(
      free,
      { transfer: ids.transfer },
      aContext(people.rcps),
    )
    expect(decision).toEqual({ refused: { code: 'step.refused', facts: { state: 'unclaimed' } } })
  })

  it('a hand-over and a rejection let go of the claim', () => {
    for (const command of ['transfer.hand-over', 'transfer.reject'] as const) {
      const row = decisions[command] as DecisionRow<TransferCommand>
      const state = command === 'transfer.reject' ? 'verifying' : 'matching'
      const decision = row.decide(
        world(state),
        payloads[command] as Payload<TransferCommand>,
        aContext(people.rcps),
      )
      expect(decision).toMatchObject({ changes: [{ data: { claim: null } }] })
    }
  })
})

describe('handing over', () => {
  const world = (over: Parameters<typeof aWorld>[0], transfer = aTransfer()) =>
    aWorld({ transfer, clinical: aClinical(), beds: [someBeds(places.from)], phases: inPhase('2a'), ...over })
  const handOver = (facts: ReturnType<typeof aWorld>, note?: string) =>
    decisions['transfer.hand-over'].decide(
      facts,
      { transfer: ids.transfer, ...(note === undefined ? {} : { note }) },
      aContext(people.rcps),
    )

  it('needs no note when the region has no bed', () => {
    expect(handOver(world({}))).toMatchObject({ changes: [{ data: { level: 'national' } }] })
  })

  it('needs one when it has', () => {
    const beds = [someBeds(places.from), someBeds(places.near)]
    expect(handOver(world({ beds }))).toEqual({
      refused: { code: 'reason.required', facts: { why: 'regional-beds', count: 1 } },
    })
    expect(handOver(world({ beds }), 'te ver voor de familie')).not.toHaveProperty('refused')
  })

  it('is refused below 2a, but never for a verified shortage', () => {
    const phases = inPhase('1b')
    expect(handOver(world({ phases }))).toEqual({
      refused: { code: 'nation.closed', facts: { phase: '1b' } },
    })
    const shortage = aTransfer({ kind: 'urgent', ground: 'bed-shortage', purpose: 'capacity' })
    expect(handOver(world({ phases }, shortage))).not.toHaveProperty('refused')
  })
})
