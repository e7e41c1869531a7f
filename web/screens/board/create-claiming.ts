import { guardTransfer } from '#shared/access/guard.ts'
import { showCode, type Transfer } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { claimWords } from '#web/pieces/matching/claim-line.tsx'
import { createActing } from '#web/screens/create-acting.ts'
import { now } from '#web/state/now.ts'
import { me } from '#web/state/session.ts'

const mayClaim = (transfer: Transfer): boolean =>
  !('refused' in guardTransfer(transfer, me(), transferSteps['transfer.claim']))

/** Taking up a transfer from the board, with what is said aloud about it. */
export function createClaiming() {
  let subject = ''
  const { run, stopped } = createActing(() => subject)
  async function claim(transfer: Transfer | undefined): Promise<void> {
    if (transfer === undefined) return
    const code = showCode(transfer.code)
    if (transfer.claim !== null)
      return announce(t('board.claimed', { code, words: claimWords(transfer.claim, me().id, now()) }))
    if (!mayClaim(transfer)) return announce(t('board.notYours', { code }))
    subject = transfer.id
    if (await run('transfer.claim', { transfer: transfer.id }))
      announce(t('board.claimed', { code, words: t('matching.claim.mine', { time: clock(now()) }) }))
  }
  return { claim, stopped }
}
