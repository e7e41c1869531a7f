// The indication is given, refused with a reason, or waits until the patient is stable (plan 4.5.1.1): `transfer.indicate`.
// ride.plan calls `indicated` too: who plans without an answer on record gives the indication in the same act.
import { guardTransfer } from '#shared/access/guard.ts'
import type { Membership } from '#shared/access/parties.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { Payload } from '#shared/wire/command.ts'
import type { Context, Decision, World } from '#shared/wire/decision.ts'
import { makeDraft } from '#shared/wire/draft.ts'
import { refuse } from '#shared/wire/refusal.ts'
import { type Indication, indicationOf, isReasonFor, type Side } from './indication.ts'
import { ravsOf } from './transport-facts.ts'

/** Refuses: a reason that does not belong to the answer, a side for a MICU, the same answer twice. */
export function decideIndicate(
  world: World,
  payload: Payload<'transfer.indicate'>,
  context: Context,
): Decision {
  const step = transferSteps['transfer.indicate']
  const guarded = guardTransfer(world.transfer, context.person, step)
  if ('refused' in guarded) return guarded
  const { transfer } = world
  if (transfer === null) return refuse('not-found')
  const { answer, reason = null, side } = payload
  if (answer !== 'given' && reason === null)
    return refuse('command.invalid', { fields: [{ field: 'reason', fault: 'required' }] })
  if (reason !== null && !isReasonFor(answer, reason))
    return refuse('command.invalid', { fields: [{ field: 'reason', fault: 'not-applicable' }] })
  if (side !== undefined && transfer.bed === 'ic' && guarded.as.org.startsWith('micu-'))
    return refuse('command.invalid', { fields: [{ field: 'side', fault: 'not-applicable' }] })
  if (indicationOf(transfer)?.answer === answer && side === undefined)
    return refuse('step.refused', { facts: { state: `indication-${answer}` } })
  const draft = makeDraft(world, context.at)
  const indication: Indication = { ...given(transfer, guarded.as, context.at, side), answer, reason }
  draft.transfer(
    transfer,
    step,
    { indication, ...(side === undefined ? {} : { desks: desksBySide(transfer, side) }) },
    payload.note,
  )
  return { changes: draft.changes, as: guarded.as }
}

/** The indication as given by this desk, on the offer of this moment. */
export const given = (transfer: Transfer, as: Membership, at: string, side?: Side): Indication => ({
  answer: 'given',
  reason: null,
  side: side ?? sideOf(transfer, as.org),
  reservation: transfer.reservation,
  by: { role: as.role, org: as.org },
  at,
})

/** A RAV that answers does so for its own side. */
function sideOf(transfer: Transfer, org: string): Side | null {
  const [sending, receiving] = ravsOf(transfer)
  if (org === sending) return 'sending'
  return org === receiving ? 'receiving' : null
}

/** The desk of the chosen side plans first. */
function desksBySide(transfer: Transfer, side: Side): string[] {
  const [sending, receiving] = ravsOf(transfer)
  const first = side === 'sending' ? sending : receiving
  if (first === undefined || !transfer.desks.includes(first)) return transfer.desks
  return [first, ...transfer.desks.filter((desk) => desk !== first)]
}
