import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'

export default function NotFound() {
  return (
    <>
      <h1>{t('app.missing.title')}</h1>
      <p>{t('app.missing.text')}</p>
      <p>
        <LinkButton href="/">{t('app.fault.toWork')}</LinkButton>
      </p>
    </>
  )
}
