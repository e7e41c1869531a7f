import { createSelector, For, Show } from 'solid-js'

import type { BoardMove } from '#shared/wire/day-board.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/transport/window-words.ts'

import './waiting-moves.css'

type Props = {
  moves: readonly BoardMove[]
  chosen: string | undefined
  now: string
  onChoose: (move: BoardMove) => void
}

/** Confirmed moves without a ride, the most urgent first. */
export function WaitingMoves(props: Props) {
  const isChosen = createSelector(() => props.chosen)
  return (
    <Section title={t('dayBoard.waiting')} side={String(props.moves.length)}>
      <ul class="waiting-moves">
        <For each={props.moves} fallback={<li class="waiting-moves__none">{t('dayBoard.nothing')}</li>}>
          {(move) => (
            <li
              class="waiting-moves__one"
              draggable="true"
              data-chosen={String(isChosen(move.transfer))}
              onDragStart={() => props.onChoose(move)}
            >
              <span class="waiting-moves__words">
                <strong>
                  {move.code.slice(0, 3)}-{move.code.slice(3)}
                </strong>{' '}
                {term('bed', move.bed)} · {term('kind', move.kind)}
                <span class="waiting-moves__route">
                  {hospitalName(move.from)} → {hospitalName(move.to)}
                </span>
                <Show when={move.window}>
                  {(window) => <span class="waiting-moves__window">{windowWords(window(), props.now)}</span>}
                </Show>
              </span>
              <Button
                pressed={isChosen(move.transfer)}
                label={t('dayBoard.planTitle', { code: `${move.code.slice(0, 3)}-${move.code.slice(3)}` })}
                onClick={() => props.onChoose(move)}
              >
                {t('dayBoard.plan')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
