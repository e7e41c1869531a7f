import { describe, expect, it } from 'vitest'
import type { World } from '#shared/wire/decision.ts'
import { decisions } from '#shared/wire/decisions.ts'
import {
  aClinical,
  aContext,
  anId,
  aReservation,
  aWorld,
  ids,
  inPhase,
  people,
  places,
  someBeds,
} from '#test/support/builders.ts'
import { type Level, pointAt } from '#test/support/cast.ts'

function offered(level: Level = 'national', directed = false): World {
  const row = aReservation({ directed })
  const declined = aReservation({ id: anId(7), hospital: 'cwz-nijmegen', state: 'declined' })
  return aWorld({
    transfer: pointAt('offered', level).transfer,
    clinical: aClinical(),
    reservation: row,
    reservations: [declined, row],
    beds: [places.from, places.to, places.sibling, places.elsewhere, 'cwz-nijmegen'].map((at) =>
      someBeds(at),
    ),
    phases: inPhase('2a'),
  })
}
const move = (world: World, hospital: string = places.sibling, to = ids.other) =>
  decisions['reservation.move'].decide(
    world,
    { reservation: ids.reservation, to, hospital, reason: 'daar is ruimte' },
    aContext(people.receivingRcps),
  )

describe('moving a national offer within the receiving region', () => {
  it('releases the one, offers the other, and the transfer follows', () => {
    expect(move(offered())).toMatchObject({
      changes: [
        { name: 'reservation.released', id: ids.reservation, data: { releaseReason: 'moved' } },
        {
          name: 'transfer.moved',
          data: { to: places.sibling, reservation: ids.other, acknowledgedAt: null },
        },
        {
          name: 'reservation.offered',
          id: ids.other,
          data: { hospital: places.sibling },
          note: 'daar is ruimte',
        },
      ],
    })
  })

  it('never leaves the region, stays where it is, or goes where R8 excludes', () => {
    expect(move(offered(), places.elsewhere)).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['other-region'] },
    })
    expect(move(offered(), places.to)).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['other-region'] },
    })
    expect(move(offered(), 'cwz-nijmegen')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['declined-earlier'] },
    })
    expect(move(offered(), 'rivierenland-tiel')).toEqual({
      refused: { code: 'hospital.excluded', reasons: ['no-such-beds'] },
    })
  })

  it('is for a national offer that nobody directed', () => {
    expect(move(offered('region'))).toEqual({ refused: { code: 'role.refused' } })
    expect(move(offered('national', true))).toEqual({ refused: { code: 'role.refused' } })
  })

  it('never overwrites an earlier answer', () => {
    expect(move(offered(), places.sibling, anId(7))).toEqual({ refused: { code: 'already-exists' } })
  })
})
