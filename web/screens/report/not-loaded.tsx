import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import type { Trouble } from '#web/state/opened.ts'

/** No figures: refused, or no connection. */
export function NotLoaded(props: { trouble: Trouble; title: string; retry: () => void }) {
  const refused = () => ('refused' in props.trouble ? props.trouble.refused : undefined)
  return (
    <Empty
      kind="failed"
      title={refused() ? t('reports.refused') : props.title}
      action={<Button onClick={props.retry}>{t('common.retry')}</Button>}
    >
      <p>{refusedText()}</p>
    </Empty>
  )

  function refusedText(): string {
    const known = refused()
    return known ? refusalText(known) : t('reports.failedText')
  }
}
