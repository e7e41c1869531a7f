import { For, Show } from 'solid-js'

import type { Help } from '#shared/transport/help.ts'
import { HELP_STEPS } from '#shared/transport/help.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { orgName } from '#web/pieces/place-name.ts'

import { askLook, askWords } from './help-words.ts'

import './help.css'

/** Whom was asked at each step, and what they said. */
export function HelpSteps(props: { help: Pick<Help, 'asks' | 'step' | 'state'>; now: string }) {
  const asksAt = (step: Help['step']) => props.help.asks.filter((ask) => ask.step === step)
  return (
    <ol class="help__steps">
      <For each={HELP_STEPS.filter((step) => asksAt(step).length > 0)}>
        {(step) => (
          <li>
            <h3 class="help__step">{t(`transport.help.step.${step}`)}</h3>
            <ul class="help__asks">
              <For each={asksAt(step)}>
                {(ask) => (
                  <li class="help__ask">
                    <span>{orgName(ask.org)}</span>
                    <StateMark
                      state={askLook(ask, props.help)}
                      label={askWords(ask, props.help, props.now)}
                    />
                  </li>
                )}
              </For>
            </ul>
          </li>
        )}
      </For>
    </ol>
  )
}

type PlanProps = {
  /** Houses per step, nearest first, with the minutes they have. */
  steps: readonly { step: Help['step']; orgs: readonly string[]; minutes: number }[]
}

/** Before anybody is asked: the order, and how long each step has. */
export function HelpOrder(props: PlanProps) {
  const names = (orgs: readonly string[]) =>
    orgs.length > 3 ? t('transport.help.centres', { count: orgs.length }) : orgs.map(orgName).join(', ')
  return (
    <ol class="help__steps">
      <For each={props.steps}>
        {({ step, orgs, minutes }) => (
          <Show when={orgs.length > 0}>
            <li class="help__ask">
              <span>
                <strong>{t(`transport.help.step.${step}`)}</strong> {names(orgs)}
              </span>
              <span class="help__quiet">{t('transport.help.minutes', { minutes })}</span>
            </li>
          </Show>
        )}
      </For>
    </ol>
  )
}
