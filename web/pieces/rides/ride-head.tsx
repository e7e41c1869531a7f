import { t } from '#web/i18n/t.ts'
import { Icon } from '#web/parts/icon.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'

import './ride-head.css'

/** From → to, the largest words on the crew's screen. */
export function RideHead(props: { from: string; to: string }) {
  return (
    <h1 class="ride-head">
      <span class="ride-head__place">{hospitalName(props.from)}</span>
      <span class="ride-head__to">
        <Icon name="arrow" />
        <VisuallyHidden>{t('transfers.to')}</VisuallyHidden>
        <span>{hospitalName(props.to)}</span>
      </span>
    </h1>
  )
}
