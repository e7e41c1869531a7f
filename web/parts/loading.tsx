import { Index } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { VisuallyHidden } from './visually-hidden.tsx'

import './loading.css'

/** Still lines where rows will stand: never an empty board while something is on its way. */
export function Loading(props: { rows?: number | undefined; label?: string | undefined }) {
  return (
    <div class="loading" role="status">
      <VisuallyHidden>{props.label ?? t('common.loading')}</VisuallyHidden>
      <Index each={Array.from({ length: props.rows ?? 5 })}>{() => <span class="loading__row" />}</Index>
    </div>
  )
}
