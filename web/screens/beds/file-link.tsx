import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'

/** The way to figures from a file. */
export function FileLink() {
  return (
    <LinkButton variant="quiet" href="/bedden/bestand">
      {t('beds.file.title')}
    </LinkButton>
  )
}
