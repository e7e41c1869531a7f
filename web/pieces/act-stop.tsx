import type { Refusal } from '#shared/wire/refusal.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'

import { refusalText } from './refusal-text.ts'

/** Why an act went nowhere: a rule's refusal, or a device that could not keep it. */
export type Stopped =
  | { refused: Refusal; failed?: undefined }
  | { failed: 'storage' | 'session'; refused?: undefined }

/** An act that did not happen: why, what was kept, what to do. */
export function ActStop(props: { stopped: Stopped }) {
  const text = () => {
    const { refused, failed } = props.stopped
    if (refused) return refusalText(refused)
    return failed === 'session' ? t('refusals.session.required') : t('matching.notStored.text')
  }
  return (
    <Notice
      kind="stop"
      title={t(props.stopped.refused ? 'matching.stopped' : 'matching.notStored')}
      live="polite"
    >
      {text()}
    </Notice>
  )
}
