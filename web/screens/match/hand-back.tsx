import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { rcpsName } from '#web/pieces/rcps-name.ts'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { createDraft } from '#web/state/drafts.ts'

import type { Acting } from '#web/screens/create-acting.ts'

type Props = { open: boolean; transfer: Transfer; acting: Acting; onClose: () => void }

/** The LCPS gives the request back to the region's RCPS, always with the reason. */
export function HandBack(props: Props) {
  const [said, setSaid, clear] = createDraft<Said<string>>(`hand-back:${props.transfer.id}`)
  const rcps = () => rcpsName(props.transfer.fromRegion)
  async function handBack(): Promise<void> {
    const note = (said()?.note ?? '').trim()
    if (await props.acting.run('transfer.hand-back', { transfer: props.transfer.id, note })) {
      announce(t('matching.handBack.queued', { rcps: rcps() }))
      await clear()
    }
    props.onClose()
  }
  return (
    <ReasonDialog
      open={props.open}
      title={t('matching.handBack.title', { rcps: rcps() })}
      noteLabel={t('matching.handBack.why')}
      noteRequired
      value={said() ?? { note: '' }}
      onChange={setSaid}
      submit={t('matching.handBack.submit')}
      busy={props.acting.busy()}
      onSubmit={() => void handBack()}
      onClose={props.onClose}
    >
      <p>{t('matching.handBack.text')}</p>
    </ReasonDialog>
  )
}
