import { duration } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'

const MINUTE = 60_000

type Props = {
  /** What to add to this phone's clock to get the server's, ms: below nothing where it runs ahead. */
  off: number
  onSeen: () => void
}

/** This device's clock is wrong: by how much, what is done about it, what to do now. */
export function ClockNotice(props: Props) {
  const by = () => duration(Math.round(Math.abs(props.off) / MINUTE) * MINUTE)
  return (
    <Notice
      kind="info"
      live="polite"
      title={t(props.off < 0 ? 'app.clock.ahead' : 'app.clock.behind', { by: by() })}
      action={<Button onClick={() => props.onSeen()}>{t('common.dismiss')}</Button>}
    >
      {t('app.clock.text')}
    </Notice>
  )
}
