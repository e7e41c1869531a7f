import { describe, expect, it } from 'vitest'
import type { TransferRequest } from '#shared/transfers/request.ts'
import type { Payload } from '#shared/wire/command.ts'
import { plus, anId, aPerson, aRide, aWardRequest, people, places, T0 } from '#test/support/builders.ts'
import { line, offered, planned, reserved } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

const plan = (over: Partial<Payload<'ride.plan'>> = {}): Payload<'ride.plan'> => ({
  ride: anId(3),
  transfer: anId(1),
  vehicle: places.vehicle,
  escorted: false,
  departAt: plus(60),
  ...over,
})
const refusal = (over: Partial<Payload<'ride.plan'>>, story = reserved()) =>
  story.refusal(people.desk, 'ride.plan', plan(over))

/** A ward patient whose bed is confirmed; the sending RAV plans. */
function reservedWard(request: Partial<TransferRequest> = {}): Story {
  const story = new Story()
  story.do(people.wardStaff, 'transfer.submit', { transfer: anId(1), request: aWardRequest(request) })
  story.do(people.rcps, 'transfer.offer', {
    transfer: anId(1),
    reservation: anId(2),
    hospital: places.near,
    reason: 'dichtbij',
  })
  story.do(aPerson('bed-desk', places.near), 'reservation.confirm', { reservation: anId(2), needs: [] })
  return story
}
const rav = aPerson('transport-desk', 'rav-vr09')

describe('planning a ride', () => {
  it('puts a vehicle on a confirmed move', () => {
    const story = planned()
    expect(story.ride(anId(3))).toMatchObject({
      state: 'planned',
      vehicle: places.vehicle,
      org: places.desk,
      since: T0,
      outsideWindow: false,
      from: places.from,
      to: places.to,
    })
    expect(story.transfer(anId(1))).toMatchObject({
      state: 'planned',
      vehicle: places.vehicle,
      ride: anId(3),
    })
  })

  it('is for the desks of the transfer, and once', () => {
    const story = reserved()
    const stranger = aPerson('transport-desk', 'rav-vr16')
    expect(story.refusal(stranger, 'ride.plan', plan())).toEqual({ code: 'not-found' })
    expect(story.refusal(people.lcps, 'ride.plan', plan())).toEqual({ code: 'role.refused' })
    expect(offered().refusal(people.desk, 'ride.plan', plan())).toEqual({
      code: 'step.refused',
      facts: { state: 'offered' },
    })
    story.do(people.desk, 'ride.plan', plan())
    expect(story.refusal(people.desk, 'ride.plan', plan({ ride: anId(4) })).code).toBe('step.refused')
    const held = reserved()
    held.do(people.intensivist, 'transfer.hold', { transfer: anId(1) })
    expect(held.refusal(people.desk, 'ride.plan', plan({ ride: anId(4) }))).toEqual({ code: 'on-hold' })
    // A ride that is still active under a transfer that is reserved again: no second one.
    const odd = reserved()
    odd.rides.set(anId(8), aRide({ id: anId(8), transfer: anId(1) }))
    expect(odd.refusal(people.desk, 'ride.plan', plan())).toEqual({ code: 'already-exists' })
  })

  it('knows no vehicle that does not exist', () => {
    expect(refusal({ vehicle: 'bakfiets-1' })).toEqual({
      code: 'command.invalid',
      fields: [{ field: 'vehicle', fault: 'enum' }],
    })
  })
})

describe('R4 on planning', () => {
  it('a vehicle that may not carry this patient is refused with the reasons', () => {
    expect(refusal({ vehicle: 'amb-vr09-1' })).toEqual({
      code: 'vehicle.not-allowed',
      reasons: ['ic-patient', 'ventilated'],
    })
    expect(refusal({ vehicle: 'amb-vr09-1', escorted: true })).toEqual({
      code: 'vehicle.not-allowed',
      reasons: ['no-escort-indication'],
    })
    expect(refusal({ vehicle: 'll5' })).toEqual({
      code: 'vehicle.not-allowed',
      reasons: ['micu-available', 'not-over-100-km'],
    })
  })

  it('an escorted ambulance of the sending or the receiving RAV may, of another not', () => {
    const story = reserved({ escort: { criteria: 'stabiel beademd' } })
    const escorted = { escorted: true }
    expect(refusal({ ...escorted, vehicle: 'amb-vr16-1' }, story)).toEqual({
      code: 'vehicle.not-allowed',
      reasons: ['other-rav'],
    })
    story.do(people.desk, 'ride.plan', plan({ ...escorted, vehicle: 'amb-vr08-1' }))
    expect(story.ride(anId(3))).toMatchObject({ escorted: true, vehicleKind: 'ambulance', org: 'rav-vr08' })
  })

  it('a ward patient goes by ambulance', () => {
    const story = reservedWard()
    expect(story.refusal(rav, 'ride.plan', plan())).toEqual({
      code: 'vehicle.not-allowed',
      reasons: ['ward-patient'],
    })
    story.do(rav, 'ride.plan', plan({ vehicle: 'amb-vr09-1' }))
  })
})

describe('R5 on planning', () => {
  it('outside the window only with a reason, and the ride says so', () => {
    const story = reserved()
    const { window } = story.transfer(anId(1))
    const late = { departAt: '2026-11-22T02:00:00.000Z' }
    expect(refusal(late, story)).toEqual({
      code: 'reason.required',
      facts: { why: 'window', from: window?.from, until: window?.until },
    })
    story.do(people.desk, 'ride.plan', plan({ ...late, windowReason: 'wagen eerder niet vrij' }))
    expect(story.ride(anId(3)).outsideWindow).toBe(true)
  })

  it('the end of the window is not in it', () => {
    expect(refusal({ departAt: '2026-11-21T23:00:00Z' }).code).toBe('reason.required')
    const story = reserved()
    story.do(people.desk, 'ride.plan', plan({ departAt: '2026-11-22T00:59:59+02:00' }))
    expect(story.ride(anId(3))).toMatchObject({ departAt: '2026-11-21T22:59:59.000Z', outsideWindow: false })
  })

  it('matched from noon it waits for the next morning', () => {
    const story = offered()
    story.now = '2026-11-21T11:00:00.000Z'
    story.do(people.receiver, 'reservation.confirm', { reservation: anId(2), acceptedBy: line, needs: [] })
    expect(refusal({ departAt: plus(120) }, story).code).toBe('reason.required')
    story.do(people.desk, 'ride.plan', plan({ departAt: '2026-11-22T07:00:00Z' }))
  })

  it('never in the past, five minutes of typing aside', () => {
    expect(refusal({ departAt: plus(-6) })).toEqual({ code: 'time.past', facts: { from: plus(-6) } })
    expect(reserved().act(people.desk, 'ride.plan', plan({ departAt: plus(-5) }))).not.toHaveProperty(
      'refused',
    )
  })
})

describe('a vehicle never drives twice at once', () => {
  const taken = (over: Parameters<typeof aRide>[0], departAt: string, now = T0) => {
    const story = reserved()
    story.now = now
    story.rides.set(anId(8), aRide({ id: anId(8), transfer: anId(7), ...over }))
    const decision = story.act(people.desk, 'ride.plan', plan({ departAt, windowReason: 'proef' }))
    return 'refused' in decision ? decision.refused : null
  }
  // NAZMN to AZO by MICU, as the road table estimates it, and 45 minutes to hand over and clean.
  const until = (story = reserved()) => {
    story.do(people.desk, 'ride.plan', plan())
    return story.ride(anId(3))
  }

  it('two plans that touch in time are refused, and it says until when', () => {
    expect(until().vehicle).toBe(places.vehicle)
    const refused = taken({ departAt: plus(60) }, plus(100))
    expect(refused?.code).toBe('vehicle.taken')
    expect(Date.parse(String(refused?.facts?.until))).toBeGreaterThan(Date.parse(plus(105)))
    // The nearest departure that would do: at it the same plan is not refused, five minutes before it is.
    const next = String(refused?.facts?.next)
    expect(taken({ departAt: plus(60) }, next)).toBeNull()
    expect(taken({ departAt: plus(60) }, plus(-5, next))?.code).toBe('vehicle.taken')
    expect(taken({ departAt: plus(60) }, plus(600))).toBeNull()
    expect(taken({ departAt: plus(600) }, plus(60))).toBeNull()
    expect(taken({ departAt: plus(60), state: 'aborted' }, plus(60))).toBeNull()
    expect(taken({ departAt: plus(60), vehicle: 'micu-radboudumc-1' }, plus(60))).toBeNull()
  })

  it('one underway that runs late is not free yet, however it was planned', () => {
    const late = { state: 'departed', departAt: plus(-300), since: plus(-10) } as const
    expect(taken(late, plus(35))?.code).toBe('vehicle.taken')
    const stuck = { state: 'at-origin', departAt: plus(-900), since: plus(-880) } as const
    expect(taken(stuck, plus(20))?.code).toBe('vehicle.taken')
  })

  it('one underway today is free tomorrow', () => {
    const busy = { state: 'departed', departAt: plus(-30), since: plus(-10) } as const
    expect(taken(busy, '2026-11-22T07:30:00.000Z')).toBeNull()
  })
})
