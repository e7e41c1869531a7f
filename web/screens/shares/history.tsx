import { Show } from 'solid-js'

import type { Bed } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { HistoryTable } from '#web/pieces/fair-share/history-table.tsx'
import { createShareHistory } from '#web/state/shares.ts'

import { Loaded } from './loaded.tsx'

/** How the groups lay from their shares on the days before. */
export function History(props: { bed: Bed }) {
  const history = createShareHistory()
  return (
    <Section title={t('shares.history')}>
      <Loaded opened={history}>
        {(view) => {
          const own = () => view().days.filter(({ bed }) => bed === props.bed)
          return (
            <Show when={own().length > 0} fallback={<p class="shares__text">{t('shares.history.none')}</p>}>
              <HistoryTable bed={props.bed} days={own()} />
            </Show>
          )
        }}
      </Loaded>
    </Section>
  )
}
