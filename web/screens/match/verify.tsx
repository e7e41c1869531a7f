import { createSignal, Show } from 'solid-js'

import { REJECT_REASONS, type RejectReason, type Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { term } from '#web/pieces/term.ts'
import { VerifyFigures } from '#web/pieces/matching/verify-figures.tsx'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { isTakenByOther, mayTake } from './may-take.ts'

type Props = { transfer: Transfer; match: MatchView; acting: Acting }

/** An urgent shortage held against the figures of the origin and its region (plan 4.5.1.5). */
export function Verify(props: Props) {
  const [rejecting, setRejecting] = createSignal(false)
  const [said, setSaid, clear] = createDraft<Said<RejectReason>>(`reject:${props.transfer.id}`)
  const mine = () => mayTake(props.transfer, 'transfer.verify') && !isTakenByOther(props.transfer)
  const verify = () => props.acting.run('transfer.verify', { transfer: props.transfer.id })
  async function reject(): Promise<void> {
    const { reason, note } = said() ?? { note: '' }
    if (reason === undefined) return
    const payload = { transfer: props.transfer.id, reason, ...noteOf({ note }) }
    if (await props.acting.run('transfer.reject', payload)) await clear()
    setRejecting(false)
  }
  return (
    <>
      <Section title={t('matching.verify.title')}>
        <VerifyFigures
          from={props.transfer.from}
          fromRegion={props.transfer.fromRegion}
          match={props.match}
          now={now()}
        />
      </Section>
      <Show when={mine()}>
        <ActionBar>
          <Button variant="primary" busy={props.acting.busy()} onClick={() => void verify()}>
            {t('matching.verify.yes')}
          </Button>
          <Button onClick={() => setRejecting(true)}>{t('matching.verify.no')}</Button>
        </ActionBar>
      </Show>
      <ReasonDialog
        open={rejecting()}
        title={t('matching.reject.title')}
        reasonLabel={t('matching.reject.reason')}
        reasons={REJECT_REASONS.map((value) => ({ value, label: term('reject', value) }))}
        noteLabel={t('matching.reject.note')}
        value={said() ?? { note: '' }}
        onChange={setSaid}
        submit={t('matching.reject.submit')}
        danger
        busy={props.acting.busy()}
        onSubmit={() => void reject()}
        onClose={() => setRejecting(false)}
      >
        <p>{t('matching.reject.text')}</p>
      </ReasonDialog>
    </>
  )
}
