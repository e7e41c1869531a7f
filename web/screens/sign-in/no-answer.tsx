import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'

/** The server did not say how, or as whom, one can come in. */
export function NoAnswer(props: { onRetry: () => void }) {
  return (
    <Empty
      kind="failed"
      title={t('common.load.failed')}
      action={<Button onClick={() => props.onRetry()}>{t('common.retry')}</Button>}
    >
      {t('app.signIn.failedText')}
    </Empty>
  )
}
