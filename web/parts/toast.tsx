import { type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { Icon } from './icon.tsx'
import { type State, StateShape } from './state-mark.tsx'

import './toast.css'

type Props = {
  /** What happened; nothing shown while empty. */
  text: string | undefined
  state?: State | undefined
  action?: JSX.Element
  onDismiss: () => void
}

/** A word after an act, at the bottom of the screen. It stays until it is dismissed or replaced: nobody is hurried. */
export function Toast(props: Props) {
  return (
    <div class="toast" role="status">
      <Show when={props.text}>
        <div class="toast__card">
          <Show when={props.state}>{(state) => <StateShape state={state()} />}</Show>
          <span class="toast__text">{props.text}</span>
          {props.action}
          <button
            class="toast__dismiss"
            type="button"
            aria-label={t('common.close')}
            onClick={() => props.onDismiss()}
          >
            <Icon name="cross" />
          </button>
        </div>
      </Show>
    </div>
  )
}
