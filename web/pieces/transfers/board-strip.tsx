import { For, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { StateShape } from '#web/parts/state-mark.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'

import './board-strip.css'

export type StripCell = {
  href: string
  label: string
  count: number
  /** Of these past the limit of their step. */
  late: number
  current: boolean
}

/** How many stand at each step, and how many of them too long; each cell shows only those. */
export function BoardStrip(props: { cells: readonly StripCell[] }) {
  return (
    <nav aria-label={t('board.columns')}>
      <ul class="board-strip">
        <For each={props.cells}>
          {(cell) => (
            <li class="board-strip__item">
              <a class="board-strip__cell" href={cell.href} aria-current={cell.current ? 'page' : undefined}>
                <span class="board-strip__label">{cell.label}</span>
                <span class="board-strip__figures">
                  <span
                    class="board-strip__count"
                    classList={{ 'board-strip__count--none': cell.count === 0 }}
                  >
                    {cell.count}
                  </span>
                  <Show when={cell.late > 0}>
                    <span class="board-strip__late" data-state="stopped">
                      <StateShape state="stopped" />
                      <span aria-hidden="true">{cell.late}</span>
                      <VisuallyHidden>{t('board.lateCount', { count: cell.late })}</VisuallyHidden>
                    </span>
                  </Show>
                </span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
