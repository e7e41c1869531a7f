// Who is there in a simulated world, and what has already happened when it begins: offers on a last bed, moves that
// wait for the same vehicle, a ride about to leave. Built once by the real hinge, copied for every seed.
import { createHash } from 'node:crypto'
import type { Person } from '#shared/access/parties.ts'
import { bedsAudience } from '#shared/access/audience.ts'
import type { Role } from '#shared/terms.ts'
import type { Command, CommandName, Payload } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { perform } from '#server/perform.ts'
import { insertAudiences } from '#server/store/audience.ts'
import { insertBeds } from '#server/store/beds.ts'
import { savePhase } from '#server/store/phases.ts'
import type { Store } from '#server/store/store.ts'
import { aPerson, aRequest, inPhase, plus, someBeds, T0 } from '#test/support/builders.ts'
import { chanceOf } from './chance.ts'
import { uuidOf } from './virtual-time.ts'

export const ASKING = ['umc-utrecht', 'antonius-nieuwegein'] as const
export const RECEIVING = ['radboudumc', 'rijnstate-arnhem'] as const
export const HOSPITALS = [...ASKING, ...RECEIVING] as const
export const VEHICLES = ['micu-umc-utrecht-1', 'micu-radboudumc-1'] as const
const DESK = 'micu-umc-utrecht'

const two = (role: Role, org: string): Person[] => [
  aPerson(role, org),
  aPerson(role, org, `${role}-2@${org}`),
]
export const PEOPLE: readonly Person[] = [
  ...two('lcps', 'nl'),
  ...two('bed-desk', RECEIVING[0]),
  ...two('bed-desk', RECEIVING[1]),
  ...two('transport-desk', DESK),
  ...two('intensivist', ASKING[0]),
  aPerson('crew', VEHICLES[0]),
  aPerson('crew', VEHICLES[1]),
  aPerson('rcps', 'azo'),
]

/** The people, as the server knows them now: roles can be taken away while a world runs. */
export class Staff {
  private readonly known = new Map(PEOPLE.map((person) => [person.id, { ...person, label: person.id }]))
  find = (id: string) => this.known.get(id)
  list = () => []
  revoke(id: string): void {
    const person = this.known.get(id)
    if (person !== undefined) this.known.set(id, { ...person, memberships: [] })
  }
  restore(): void {
    for (const person of PEOPLE) this.known.set(person.id, { ...person, label: person.id })
  }
}

/** What the world begins with: see `tellMorning`. */
export type Morning = {
  /** Offered to the first receiving hospital, which has one bed left. */
  lastBed: string[]
  /** Handed over to the LCPS, claimed by nobody. */
  unclaimed: string[]
  /** A bed is reserved, no vehicle planned. */
  unplanned: string[]
  /** Planned on the first vehicle. */
  planned: string
  ride: string
  /** Offered to the second receiving hospital. */
  offered: string
}

/** The figures before anything happened; they were not brought about by events. */
export const beds = () => [
  ...ASKING.map((id) => someBeds(id, 'ic', { occupied: 9 })),
  someBeds(RECEIVING[0], 'ic', { occupied: 8 }),
  someBeds(RECEIVING[1], 'ic', { operational: 14, occupied: 8 }),
]

async function fill(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const phases = inPhase('2a')
    await insertBeds(tx, beds())
    for (const entry of phases) await savePhase(tx, entry)
    await insertAudiences(tx, [
      ...beds().map((row) => ({ subject: 'beds' as const, id: row.id, after: bedsAudience(row) })),
      ...phases.map(({ id }) => ({ subject: 'phase' as const, id, after: ['all'] })),
    ])
  })
}

export async function tellMorning(store: Store): Promise<Morning> {
  await fill(store)
  const chance = chanceOf(1, 'morning')
  const id = () => uuidOf(chance.bytes(16))
  const hinge = { store, decisions, now: () => new Date(T0), random: chance.bytes }
  const act = async <N extends CommandName>(by: Person, name: N, payload: Payload<N>) => {
    const command = { id: id(), name, at: T0, payload } as Command
    const hash = createHash('sha256').update(command.id).digest('hex')
    const outcome = await perform(hinge, { person: by, command, hash })
    if ('refused' in outcome) throw new Error(`morning: ${name}: ${JSON.stringify(outcome.refused)}`)
  }
  const referrer = aPerson('intensivist', ASKING[0])
  const handedOver = async () => {
    const transfer = id()
    const request = aRequest({ readyFrom: T0, purpose: 'specialist-care', admissionReason: 'other' })
    await act(referrer, 'transfer.submit', { transfer, request })
    await act(aPerson('rcps', 'nazmn'), 'transfer.hand-over', { transfer, note: 'regio vol' })
    return transfer
  }
  const offered = async (hospital: string) => {
    const [transfer, reservation] = [await handedOver(), id()]
    await act(aPerson('lcps', 'nl'), 'transfer.offer', {
      transfer,
      reservation,
      hospital,
      reason: 'afspraak',
    })
    return { transfer, reservation }
  }
  const acceptedBy = { role: 'dienstdoend intensivist', phone: '088 5550 200' }
  const reserved = async (hospital: string) => {
    const { transfer, reservation } = await offered(hospital)
    await act(aPerson('bed-desk', hospital), 'reservation.confirm', { reservation, acceptedBy, needs: [] })
    return transfer
  }
  const lastBed = [await offered(RECEIVING[0]), await offered(RECEIVING[0])].map(({ transfer }) => transfer)
  const unplanned = [await reserved(RECEIVING[1]), await reserved(RECEIVING[1])]
  const planned = await reserved(RECEIVING[1])
  const ride = id()
  const departAt = plus(40)
  const vehicle = VEHICLES[0]
  const plan = { ride, transfer: planned, vehicle, escorted: false, departAt, windowReason: 'afspraak' }
  await act(aPerson('transport-desk', DESK), 'ride.plan', plan)
  const { transfer: open } = await offered(RECEIVING[1])
  return {
    lastBed,
    unplanned,
    planned,
    ride,
    offered: open,
    unclaimed: [await handedOver(), await handedOver()],
  }
}
