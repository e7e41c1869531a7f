import { For, Show } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { isCrisis } from '#shared/phases/phase-order.ts'
import { moment, until } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateShape } from '#web/parts/state-mark.tsx'

import { scopeWords } from './phase-words.ts'
import type { PhaseStory } from './phase-story.ts'

import './phase-head.css'

type Props = {
  nation: PhaseStory
  /** Announced and not yet in force, soonest first. */
  ahead: readonly PhaseEntry[]
  now: string
}

/** Which phase holds for the nation, in one large sentence, and what is already announced. */
export function PhaseHead(props: Props) {
  const crisis = () => isCrisis(props.nation.phase)
  return (
    <div class="phase-head">
      <p class="phase-head__now">
        {crisis() ? t('phases.now.crisis', { phase: props.nation.phase }) : t('phases.now.calm')}
        <Show when={crisis() && props.nation.since}>
          {(at) => (
            <span class="phase-head__since"> — {t('phases.now.since', { at: moment(at(), props.now) })}</span>
          )}
        </Show>
      </p>
      <p class="phase-head__text">{t(crisis() ? 'phases.now.crisisText' : 'phases.now.calmText')}</p>
      <Show when={props.ahead.length > 0} fallback={<p class="phase-head__text">{t('phases.aheadNone')}</p>}>
        <ul class="phase-head__ahead" aria-label={t('phases.ahead')}>
          <For each={props.ahead}>
            {(entry) => (
              <li class="phase-head__change" data-state="acts">
                <StateShape state="acts" hollow />
                <span>
                  <strong>
                    {t('phases.ahead')}:{' '}
                    {t('phases.aheadLine', { scope: scopeWords(entry.scope), phase: entry.phase })}
                  </strong>
                  <span class="phase-head__from">
                    {t('phases.aheadFrom', {
                      at: moment(entry.inForceFrom, props.now),
                      until: until(entry.inForceFrom, props.now),
                    })}
                  </span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
