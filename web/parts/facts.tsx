import { For, type JSX, Show } from 'solid-js'

import './facts.css'

type Props = {
  facts: readonly { term: string; value: JSX.Element; note?: string | undefined }[]
  /** Large figures, two columns on a phone: the few facts that decide. */
  big?: boolean | undefined
}

/** Terms and their values, exact and aligned. */
export function Facts(props: Props) {
  return (
    <dl class="facts" classList={{ 'facts--big': props.big ?? false }}>
      <For each={props.facts}>
        {(fact) => (
          <div class="facts__row">
            <dt class="facts__term">{fact.term}</dt>
            <dd class="facts__value">
              {fact.value}
              <Show when={fact.note}>
                <span class="facts__note">{fact.note}</span>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
