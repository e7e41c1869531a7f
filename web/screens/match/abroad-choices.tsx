import { createUniqueId, For, type JSX, Show } from 'solid-js'

import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { AbroadChoice } from '#web/pieces/abroad/abroad-choice.tsx'
import { session } from '#web/state/session.ts'

type Props = {
  match: MatchView
  chosen: string | undefined
  onChoose: ((place: string) => void) | undefined
  /** Under the chosen one: why it is chosen. */
  why: JSX.Element
}

/** Where abroad is open: its hospitals, after every one here. */
export function AbroadChoices(props: Props) {
  const group = createUniqueId()
  return (
    <Show when={props.match.abroad}>
      {(places) => (
        <Section title={t('abroad.choose')} side={<a href="/buitenland">{t('abroad.title')}</a>}>
          <p class="match-abroad">{t('abroad.chooseText')}</p>
          <fieldset class="match-candidates">
            <legend>
              <VisuallyHidden>{t('abroad.choose')}</VisuallyHidden>
            </legend>
            <ol>
              <For each={places().map(({ id }) => id)}>
                {(id) => (
                  <Show when={places().find((place) => place.id === id)}>
                    {(place) => (
                      <AbroadChoice
                        place={place()}
                        group={props.onChoose && !place().declined ? group : undefined}
                        chosen={props.chosen === id}
                        onChoose={() => props.onChoose?.(id)}
                        demo={session()?.demo !== false}
                      >
                        {props.why}
                      </AbroadChoice>
                    )}
                  </Show>
                )}
              </For>
            </ol>
          </fieldset>
        </Section>
      )}
    </Show>
  )
}
