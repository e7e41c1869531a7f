import { For, Show } from 'solid-js'

import type { Setting } from '#shared/settings/setting.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'

import { decisionWords } from './setting-words.ts'

import './setting-history.css'

type Props = {
  /** The newest first. */
  decisions: readonly Setting[]
  /** The one in force. */
  current: string | undefined
  now: string
}

/** Who decided what, from when, and why: the newest first. */
export function SettingHistory(props: Props) {
  return (
    <Show
      when={props.decisions.length > 0}
      fallback={<p class="setting-history__none">{t('settings.decide.none')}</p>}
    >
      <h3 class="setting-history__head">{t('settings.decide.history')}</h3>
      <ol class="setting-history">
        <For each={props.decisions}>
          {(one) => (
            <li class="setting-history__line">
              <span class="setting-history__what">
                <strong>{decisionWords(one)}</strong>
                <Show when={one.inForceFrom > props.now || one.id === props.current}>
                  <span class="setting-history__mark">
                    {t(one.id === props.current ? 'settings.decide.current' : 'settings.decide.future')}
                  </span>
                </Show>
              </span>
              <span>
                {moment(one.inForceFrom, props.now)} · {one.decidedBy}
              </span>
              <span class="setting-history__why">{one.reason}</span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
