import { For } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { Toggle } from '#web/parts/toggle.tsx'

import { areOn, turnKeys } from './board-keys.ts'

const KEYS = [
  { keys: ['j', 'k'], words: 'move' },
  { keys: ['Enter'], words: 'open' },
  { keys: ['c'], words: 'claim' },
  { keys: ['l'], words: 'late' },
  { keys: ['/'], words: 'search' },
  { keys: ['?'], words: 'help' },
] as const

/** Which key does what, and the way to be rid of them. */
export function KeysDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={props.open} title={t('board.keys')} onClose={props.onClose}>
      <dl class="board-keys">
        <For each={KEYS}>
          {({ keys, words }) => (
            <div class="board-keys__row">
              <dt>
                <For each={keys}>{(key) => <kbd class="board-keys__key">{key}</kbd>}</For>
              </dt>
              <dd>{t(`board.keys.${words}`)}</dd>
            </div>
          )}
        </For>
      </dl>
      <Toggle label={t('board.keys.on')} hint={t('board.keys.onHint')} value={areOn()} onChange={turnKeys} />
    </Dialog>
  )
}
