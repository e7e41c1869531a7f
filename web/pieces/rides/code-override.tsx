import { createSignal } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextArea } from '#web/parts/text-area.tsx'

const REASONS = ['unreadable', 'no-papers', 'checked-by-staff', 'other'] as const
type Reason = (typeof REASONS)[number]

type Props = {
  onOverride: (reason: string) => void
  onBack: () => void
}

/** The second step: departing although the code was not compared, and why. */
export function CodeOverride(props: Props) {
  const [reason, setReason] = createSignal<Reason>()
  const [text, setText] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  const words = () => {
    const chosen = reason()
    if (chosen === undefined) return ''
    const typed = text().trim()
    if (chosen === 'other') return typed
    const why = t(`rides.code.reason.${chosen}`)
    return typed === '' ? why : `${why}: ${typed}`
  }
  const depart = () => {
    const why = words()
    if (why === '' || why.length > FREE_TEXT_MAX) setMissing(true)
    else props.onOverride(why)
  }
  return (
    <div class="code-check__override">
      <Notice kind="warn" title={t('rides.code.overrideTitle')}>
        {t('rides.code.overrideText')}
      </Notice>
      <Choice
        label={t('rides.code.why')}
        options={REASONS.map((value) => ({ value, label: t(`rides.code.reason.${value}`) }))}
        value={reason()}
        onChange={setReason}
        stacked
        error={missing() && reason() === undefined ? t('refusals.field.required') : undefined}
      />
      <TextArea
        label={t('rides.code.whyText')}
        value={text()}
        onChange={setText}
        limit={FREE_TEXT_MAX}
        rows={2}
        optional={reason() !== 'other'}
        error={missing() && reason() === 'other' && words() === '' ? t('refusals.field.required') : undefined}
      />
      <Button variant="danger" wide onClick={depart}>
        {t('rides.code.departAnyway')}
      </Button>
      <Button variant="quiet" wide onClick={() => props.onBack()}>
        {t('rides.code.back')}
      </Button>
    </div>
  )
}
