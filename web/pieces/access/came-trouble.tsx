import { Show } from 'solid-js'

import type { Refusal } from '#shared/wire/refusal.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'

export type Trouble = { cancelled: true } | { refused: Refusal } | { outage: string }

export function troubleText(trouble: Trouble): string {
  if ('cancelled' in trouble) return t('session.trouble.cancelled')
  if ('refused' in trouble) return refusalText(trouble.refused)
  return t(trouble.outage === 'offline' ? 'session.trouble.offline' : 'session.trouble.outage')
}

/** Why an act about getting in did not happen. */
export function CameTrouble(props: { trouble: Trouble | undefined }) {
  return (
    <Show when={props.trouble}>
      {(trouble) => (
        <Notice kind="stop" title={t('session.trouble.title')} live="assertive">
          {troubleText(trouble())}
        </Notice>
      )}
    </Show>
  )
}
