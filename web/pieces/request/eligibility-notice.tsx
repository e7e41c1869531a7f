import { For, Show } from 'solid-js'

import type { Eligibility } from '#shared/matching/eligibility.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { term } from '#web/pieces/term.ts'

/** R3 beside a request: what it does not meet and what is missing. It stops nobody. */
export function EligibilityNotice(props: { eligibility: Pick<Eligibility, 'notMet' | 'missing'> }) {
  const lines = () => [
    ...props.eligibility.notMet.map((code) => term('not-met', code)),
    ...props.eligibility.missing.map((code) =>
      t('transfers.eligibility.missing', { what: term('missing', code) }),
    ),
  ]
  return (
    <Show when={lines().length > 0}>
      <Notice kind="warn" live="polite" title={t('transfers.eligibility.title')}>
        <ul>
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
        <p>{t('transfers.eligibility.goOn')}</p>
      </Notice>
    </Show>
  )
}
