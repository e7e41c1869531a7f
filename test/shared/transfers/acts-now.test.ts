import { describe, expect, it } from 'vitest'
import type { RideState } from '#shared/rides/ride.ts'
import { actsNow, LIMITS } from '#shared/transfers/acts-now.ts'
import { END_STATES, TRANSFER_STATES, type TransferState } from '#shared/transfers/transfer.ts'
import { plus, aRide, type aTransfer, places, T0 } from '#test/support/builders.ts'
import { pointAt } from '#test/support/cast.ts'

const said = (
  state: TransferState,
  over: Parameters<typeof aTransfer>[0] = {},
  ride: RideState | null = null,
) => {
  const transfer = { ...pointAt(state).transfer, ...over }
  const { who, org, act, limitMinutes } = actsNow(transfer, ride && aRide({ state: ride, since: plus(7) }))
  return `${who} ${org} ${act} ${limitMinutes}`
}

describe('who acts now', () => {
  it('has an answer in every state, with and without a ride', () => {
    const answers = Object.fromEntries(TRANSFER_STATES.map((state) => [state, said(state)]))
    expect(answers).toEqual({
      submitted: 'rcps nazmn verify 60',
      // The urgent limit: only an urgent shortage is verified.
      verifying: 'rcps nazmn verify 15',
      matching: 'rcps nazmn match 240',
      offered: 'receiver radboudumc acknowledge 30',
      reserved: 'transport-desk micu-umc-utrecht plan 240',
      planned: 'crew micu-umc-utrecht-1 drive null',
      'in-transit': 'crew micu-umc-utrecht-1 drive null',
      arrived: 'receiver radboudumc close null',
      'on-hold': 'referrer umc-utrecht resume null',
      ...Object.fromEntries(END_STATES.map((state) => [state, 'nobody null none null'])),
    })
  })

  it('matching is the LCPS’s once it was handed over', () => {
    expect(said('matching', { level: 'national' })).toBe('lcps nl match 240')
  })

  it('an offer is acknowledged, then answered; another time is the coordinator’s to take', () => {
    expect(said('offered', { acknowledgedAt: plus(4) })).toBe('receiver radboudumc confirm 120')
    expect(said('offered', { acknowledgedAt: plus(4), counterFrom: plus(90) })).toBe(
      'rcps nazmn answer-counter 240',
    )
    const national = { level: 'national', counterFrom: plus(90), kind: 'urgent' } as const
    expect(said('offered', national)).toBe('lcps nl answer-counter 30')
  })

  it('the crew’s turn follows its ride', () => {
    const act = (state: TransferState, ride: RideState) => said(state, {}, ride).split(' ')[2]
    expect(act('planned', 'planned')).toBe('accept-ride')
    expect(act('planned', 'accepted')).toBe('drive-to-origin')
    expect(act('planned', 'en-route')).toBe('drive-to-origin')
    expect(act('planned', 'at-origin')).toBe('load')
    expect(act('in-transit', 'departed')).toBe('drive')
    expect(act('arrived', 'at-destination')).toBe('hand-over')
    expect(act('arrived', 'handed-over')).toBe('close')
  })

  it('counts since the turn began', () => {
    const { transfer } = pointAt('offered')
    expect(actsNow(transfer, null).since).toBe(T0)
    expect(actsNow({ ...transfer, acknowledgedAt: plus(4) }, null).since).toBe(plus(4))
    expect(actsNow(pointAt('planned').transfer, aRide({ since: plus(7) })).since).toBe(plus(7))
  })

  it('the limits are the rulebook’s, urgent before planned', () => {
    expect(LIMITS).toEqual({
      verify: { urgent: 15, planned: 60 },
      match: { urgent: 30, planned: 240 },
      'answer-counter': { urgent: 30, planned: 240 },
      acknowledge: { urgent: 10, planned: 30 },
      confirm: { urgent: 30, planned: 120 },
      plan: { urgent: 30, planned: 240 },
    })
  })

  it('names the desk that plans by default: the first', () => {
    expect(said('reserved', { desks: [] })).toBe('transport-desk null plan 240')
    expect(said('reserved', { desks: ['carrier-4b', places.desk] })).toBe(
      'transport-desk carrier-4b plan 240',
    )
  })
})
