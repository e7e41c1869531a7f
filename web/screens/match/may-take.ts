import { guardTransfer } from '#shared/access/guard.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { type TransferCommand, transferSteps } from '#shared/transfers/transfer-steps.ts'
import { me } from '#web/state/session.ts'

/** Whether the steps table offers this step to this person in this state. */
export const mayTake = (transfer: Transfer, step: TransferCommand): boolean =>
  !('refused' in guardTransfer(transfer, me(), transferSteps[step]))

/** A colleague holds the claim: what it stops is not shown. */
export const isTakenByOther = ({ claim }: Pick<Transfer, 'claim'>): boolean =>
  claim !== null && claim.person !== me().id
