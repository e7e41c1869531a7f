import { describe, expect, it } from 'vitest'
import { keysOf, sharesKey, transferAudience } from '#shared/access/audience.ts'
import { maySee, type Sight, STAGES, type Stage } from '#shared/access/may-see.ts'
import { type Person, READERS, type Reader } from '#shared/access/parties.ts'
import { ROLES } from '#shared/terms.ts'
import { TRANSFER_STATES, type Transfer, type TransferState } from '#shared/transfers/transfer.ts'
import { aPerson, aTransfer, people, places } from '#test/support/builders.ts'

/** A transfer as it is in each state: who is party from when. */
function inState(state: TransferState, over: Partial<Transfer> = {}): Transfer {
  const order = [
    'submitted',
    'verifying',
    'matching',
    'offered',
    'reserved',
    'planned',
    'in-transit',
    'arrived',
  ]
  const isOffered = order.indexOf(state) >= order.indexOf('offered') || state === 'closed'
  const isPlanned = order.indexOf(state) >= order.indexOf('planned') || state === 'closed'
  return aTransfer({
    state,
    level: 'national',
    ...(isOffered ? { to: places.to, toRegion: places.toRegion, desks: [places.desk] } : {}),
    ...(isPlanned ? { vehicle: places.vehicle } : {}),
    ...over,
  })
}

/** Emergency access is a person's, not a function's: test/shared/access/emergency.test.ts. */
type Tied = Exclude<Reader, 'emergency'>
const TIED = READERS.filter((reader): reader is Tied => reader !== 'emergency')
const readers: Record<Tied, Person[]> = {
  origin: [people.intensivist, people.wardStaff, aPerson('bed-desk', places.from)],
  coordinator: [people.rcps, people.lcps],
  receiver: [people.receiver, aPerson('intensivist', places.to)],
  'receiving-rcps': [people.receivingRcps],
  'transport-desk': [people.desk],
  crew: [people.crew],
}

/** Clinical fields and phone lines, per reader and stage: `CP`, `C-`, `--`. */
const TABLE: Record<Tied, Record<Stage, string>> = {
  origin: { searching: 'CP', offered: 'CP', agreed: 'CP', ended: 'CP' },
  coordinator: { searching: 'CP', offered: 'CP', agreed: 'CP', ended: '--' },
  receiver: { searching: '--', offered: 'C-', agreed: 'CP', ended: 'C-' },
  'receiving-rcps': { searching: '--', offered: 'C-', agreed: 'C-', ended: '--' },
  'transport-desk': { searching: '--', offered: 'C-', agreed: 'CP', ended: '--' },
  crew: { searching: '--', offered: '--', agreed: 'CP', ended: '--' },
}
const STATE_OF: Record<Stage, TransferState[]> = {
  searching: ['submitted', 'verifying', 'matching'],
  offered: ['offered'],
  agreed: ['reserved', 'planned', 'in-transit', 'arrived'],
  ended: ['closed'],
}
const shown = ({ clinical, contacts }: Sight) => `${clinical ? 'C' : '-'}${contacts ? 'P' : '-'}`

describe('what each party reads of a transfer', () => {
  const cases = TIED.flatMap((reader) => STAGES.map((stage) => [reader, stage] as const))
  it.each(cases)('%s while %s', (reader, stage) => {
    for (const state of STATE_OF[stage]) {
      const transfer = inState(state)
      // A crew is party from the plan on, not from the reservation.
      const expected = reader === 'crew' && state === 'reserved' ? '--' : TABLE[reader][stage]
      for (const person of readers[reader])
        expect(shown(maySee(person, transfer)), `${person.id} ${state}`).toBe(expected)
    }
  })

  it('counts a transfer on hold as where it was', () => {
    const held = inState('reserved', { state: 'on-hold', heldFrom: 'reserved' })
    expect(shown(maySee(people.receiver, held))).toBe('CP')
    expect(shown(maySee(people.receiver, { ...held, heldFrom: 'offered' }))).toBe('C-')
  })

  it('gives a person with several functions the most that any of them gives', () => {
    const both: Person = {
      id: 'two',
      memberships: [...people.receivingRcps.memberships, ...people.desk.memberships],
    }
    expect(shown(maySee(both, inState('reserved')))).toBe('CP')
  })

  it('gives nothing, in any state, to any role at another place, nor to observers and admins', () => {
    for (const state of TRANSFER_STATES)
      for (const role of ROLES) {
        const stranger = aPerson(role, role === 'rcps' ? places.elsewhereRegion : places.elsewhere)
        expect(shown(maySee(stranger, inState(state))), `${role} ${state}`).toBe('--')
      }
  })

  it('gives nothing to who may not even know of it', () => {
    for (const state of TRANSFER_STATES) {
      const transfer = inState(state)
      for (const person of Object.values(readers).flat())
        if (!sharesKey(keysOf(person), transferAudience(transfer)))
          expect(shown(maySee(person, transfer)), `${person.id} ${state}`).toBe('--')
    }
  })
})
