import { For, type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { type State, StateShape } from './state-mark.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

import './timeline.css'

export type TimelineStep = {
  /** `past` happened, `now` is whose turn it is, `future` is still to come, `stopped` ended it. */
  state: 'past' | 'now' | 'future' | 'stopped'
  /** "14:02", or a window. */
  time: string
  /** Only where it differs: when it was entered. */
  entered?: string | undefined
  act: string
  actor?: string | undefined
  note?: JSX.Element
}

const SHAPES: Record<TimelineStep['state'], State> = {
  past: 'done',
  now: 'acts',
  future: 'waiting',
  stopped: 'stopped',
}

/** One vertical line: the time at the left, who did what at the right; what is still to come is hollow. */
export function Timeline(props: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol class="timeline" aria-label={props.label}>
      <For each={props.steps}>
        {(step) => (
          <li
            class="timeline__step"
            data-step={step.state}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <span class="timeline__time">
              {step.time}
              <Show when={step.entered}>
                <span class="timeline__entered">{step.entered}</span>
              </Show>
            </span>
            <span class="timeline__mark">
              <Show when={step.state !== 'past' && step.state !== 'future'} fallback={<Dot />}>
                <StateShape state={SHAPES[step.state]} />
              </Show>
            </span>
            <span class="timeline__body">
              <VisuallyHidden>{t(`common.step.${step.state}`)}: </VisuallyHidden>
              <span class="timeline__act">{step.act}</span>
              <Show when={step.actor}>
                <span class="timeline__actor">{step.actor}</span>
              </Show>
              <Show when={step.note}>
                <span class="timeline__note">{step.note}</span>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}

function Dot() {
  return <span class="timeline__dot" />
}
