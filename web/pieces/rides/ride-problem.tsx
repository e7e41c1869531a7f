import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'

/** What went wrong with an act on a ride, and what was kept (acted-problem.ts); nothing when nothing did. */
export function RideProblem(props: { words: string | undefined }) {
  return (
    <Show when={props.words}>
      {(words) => (
        <Notice kind="stop" title={t('rides.problem')}>
          {words()}
        </Notice>
      )}
    </Show>
  )
}
