import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'

/** In the demo everybody is invented: there is nobody to let in, and no passkey to keep. */
export function NotInDemo() {
  return (
    <Empty kind="nothing" title={t('session.demo.title')}>
      {t('session.demo.text')}
    </Empty>
  )
}
