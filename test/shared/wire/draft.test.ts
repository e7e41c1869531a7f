import { expect, it } from 'vitest'
import { transferFollows } from '#shared/transfers/transfer-steps.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { aReservation, aTransfer, aWorld, plus, T0 } from '#test/support/builders.ts'

/** A phone whose clock stands a day back and that does not know it. */
const wrong = plus(-1440)

it('a state begins no earlier than the one it ends, whatever the phone’s clock says', () => {
  const draft = makeDraft(aWorld(), wrong)
  const transfer = draft.transfer(aTransfer({ since: T0 }), transferFollows.reserve)
  const reservation = draft.reservation(aReservation({ since: T0 }), {
    event: 'reservation.confirmed',
    to: 'confirmed',
  })
  expect([transfer.since, reservation.since]).toEqual([T0, T0])
})

it('an act that came later than it was done keeps its own time', () => {
  const draft = makeDraft(aWorld(), plus(5))
  expect(draft.transfer(aTransfer({ since: T0 }), transferFollows.reserve).since).toBe(plus(5))
})
