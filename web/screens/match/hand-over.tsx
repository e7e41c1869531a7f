import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { createDraft } from '#web/state/drafts.ts'

import type { Acting } from '#web/screens/create-acting.ts'

type Props = { open: boolean; transfer: Transfer; match: MatchView; acting: Acting; onClose: () => void }

/** To the LCPS; with beds in the region only with a note (plan 4.5.1.5). */
export function HandOver(props: Props) {
  const [said, setSaid, clear] = createDraft<Said<string>>(`hand-over:${props.transfer.id}`)
  const regional = () => (props.match.level === 'region' ? props.match.candidates.length : 0)
  async function handOver(): Promise<void> {
    const payload = { transfer: props.transfer.id, ...noteOf(said() ?? { note: '' }) }
    if (await props.acting.run('transfer.hand-over', payload)) {
      announce(t('matching.handOver.queued'))
      await clear()
    }
    props.onClose()
  }
  return (
    <ReasonDialog
      open={props.open}
      title={t('matching.handOver.title')}
      noteLabel={regional() > 0 ? t('matching.handOver.why') : t('matching.handOver.note')}
      noteRequired={regional() > 0}
      value={said() ?? { note: '' }}
      onChange={setSaid}
      submit={t('matching.handOver.submit')}
      busy={props.acting.busy()}
      onSubmit={() => void handOver()}
      onClose={props.onClose}
    >
      <p>
        {regional() > 0
          ? t('matching.handOver.regional', { count: regional() })
          : t('matching.handOver.text')}
      </p>
    </ReasonDialog>
  )
}
