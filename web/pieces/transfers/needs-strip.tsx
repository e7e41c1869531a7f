import { For } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

import { ageAndSex, oxygenWords } from './clinical-words.ts'

import './needs-strip.css'

type Needs = Pick<Clinical, 'age' | 'sex' | 'isolation' | 'support' | 'flow' | 'fio2'>

/** The four facts that decide what is needed: age and sex, isolation, support, oxygen. */
export function NeedsStrip(props: { clinical: Needs }) {
  const facts = () => [
    { word: t('transfers.needs.patient'), value: ageAndSex(props.clinical) },
    { word: t('transfers.field.isolation'), value: term('isolation', props.clinical.isolation) },
    { word: t('transfers.field.support'), value: term('support', props.clinical.support) },
    { word: t('transfers.needs.oxygen'), value: oxygenWords(props.clinical) },
  ]
  return (
    <div class="needs-strip">
      <dl class="needs-strip__facts">
        <For each={facts()}>
          {(fact) => (
            <div class="needs-strip__fact">
              <dt class="needs-strip__word">{fact.word}</dt>
              <dd class="needs-strip__value">{fact.value}</dd>
            </div>
          )}
        </For>
      </dl>
    </div>
  )
}
