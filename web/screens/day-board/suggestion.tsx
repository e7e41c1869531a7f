import { createSignal, Match, Show, Switch } from 'solid-js'

import type { DaySuggestion } from '#shared/wire/day-board.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { BestFilling } from '#web/pieces/day-board/best-filling.tsx'
import { createSuggestion } from '#web/state/day-board.ts'

type Props = {
  day: string
  busy: boolean
  taken: ReadonlySet<string>
  onTake: (rides: DaySuggestion['rides']) => void
}

/** The best filling of the day, asked for by a tap: it is an answer of that moment. */
export function Suggestion(props: Props) {
  const [asked, setAsked] = createSignal(0)
  const found = createSuggestion(
    () => props.day,
    () => asked(),
  )
  return (
    <Section title={t('dayBoard.best')}>
      <Switch>
        <Match when={found.loading() || (asked() > 0 && !found.data() && !found.error())}>
          <p>{t('dayBoard.best.busy')}</p>
        </Match>
        <Match when={found.error()}>
          <Notice kind="warn" title={t('dayBoard.best')}>
            {t('dayBoard.best.failed')}
          </Notice>
        </Match>
        <Match when={asked() > 0 && found.data()}>
          {(suggestion) => (
            <BestFilling
              found={suggestion()}
              taken={props.taken}
              busy={props.busy}
              onTake={(rides) => props.onTake(rides)}
            />
          )}
        </Match>
      </Switch>
      <Show when={!found.loading()}>
        <p>
          <Button onClick={() => setAsked((times) => times + 1)}>
            {t(asked() === 0 ? 'dayBoard.best.ask' : 'dayBoard.best.again')}
          </Button>
        </p>
      </Show>
    </Section>
  )
}
