import { For, Show } from 'solid-js'

import './tabs.css'

type Props = {
  label: string
  tabs: readonly { href: string; label: string; current: boolean; count?: number | undefined }[]
}

/** The views of one screen, each with its own address. */
export function Tabs(props: Props) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul class="tabs__list">
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <a class="tabs__tab" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
                {tab.label}
                <Show when={tab.count !== undefined}>
                  {' '}
                  <span class="tabs__count">{tab.count}</span>
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
