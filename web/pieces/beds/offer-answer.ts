import { identityIn } from '#shared/access/free-text.ts'
import { PHONE_LINE } from '#shared/access/phone-line.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'

/** What a hospital types as its answer; kept on the device until it is sent. */
export type OfferAnswer = {
  /** From when: as asked, or later. */
  when: 'asked' | 'later'
  /** ISO; only where later. */
  from?: string | undefined
  /** IC: the function that accepted medically, and its line. */
  role: string
  phone: string
  /** Ward and entrance; absent in what an earlier version kept. */
  place?: string
  needs: string[]
}

export const emptyAnswer: OfferAnswer = { when: 'asked', role: '', phone: '', needs: [] }

export type AnswerFault = 'from' | 'from-past' | 'role' | 'phone' | 'place' | 'needs'

/** What is still missing, in the form's own order: what the server would refuse. */
export function answerFaults(
  answer: OfferAnswer,
  { bed }: Pick<Transfer, 'bed'>,
  needs: readonly string[],
  now: string,
): AnswerFault[] {
  const faults: AnswerFault[] = []
  if (answer.when === 'later') {
    if (answer.from === undefined) faults.push('from')
    else if (answer.from <= now) faults.push('from-past')
  }
  if (bed === 'ic') {
    if (answer.role.trim().length < 2) faults.push('role')
    if (!PHONE_LINE.test(answer.phone.trim())) faults.push('phone')
  }
  const place = answer.place?.trim() ?? ''
  if (place.length === 1 || identityIn(place) !== null) faults.push('place')
  if (needs.some((need) => !answer.needs.includes(need))) faults.push('needs')
  return faults
}

type Acceptance = Omit<Payload<'reservation.confirm'>, 'reservation'>

/** The answer as the command carries it; only the needs that were asked. */
export function acceptanceOf(
  answer: OfferAnswer,
  { bed }: Pick<Transfer, 'bed'>,
  needs: readonly string[],
): Acceptance {
  const ticked = needs.filter((need) => answer.needs.includes(need))
  const place = answer.place?.trim() ?? ''
  const common = { needs: ticked, ...(place === '' ? {} : { place }) }
  if (bed !== 'ic') return common
  return { ...common, acceptedBy: { role: answer.role.trim(), phone: answer.phone.trim() } }
}
