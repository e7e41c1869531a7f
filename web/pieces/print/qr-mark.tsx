import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { qrModules } from './qr.ts'

import './print-sheet.css'

/** The page's own address for a phone's camera: a number of brancard's, nothing of a patient. */
export function QrMark(props: { path: string }) {
  const modules = () => qrModules(`${location.origin}${props.path}`)
  return (
    <Show when={modules()}>
      {(rows) => (
        <svg
          class="qr-mark"
          viewBox={`-4 -4 ${rows().length + 8} ${rows().length + 8}`}
          role="img"
          aria-label={t('crew.sheet.qr')}
        >
          <path d={pathOf(rows())} />
        </svg>
      )}
    </Show>
  )
}

const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
