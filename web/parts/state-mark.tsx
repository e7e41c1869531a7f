import { Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import './state-mark.css'

export const STATES = ['waiting', 'acts', 'moving', 'done', 'stopped', 'old'] as const
export type State = (typeof STATES)[number]

type ShapeProps = {
  state: State
  /** Drawn as an outline: what is still to come. */
  hollow?: boolean | undefined
}

/** The shape alone, where the word stands elsewhere. */
export function StateShape(props: ShapeProps) {
  return (
    <svg
      class="state-mark__shape"
      classList={{ 'state-mark__shape--hollow': props.hollow ?? false }}
      data-state={props.state}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <Switch>
        <Match when={props.state === 'waiting'}>
          <circle class="state-mark__line" cx="8" cy="8" r="5.5" />
        </Match>
        <Match when={props.state === 'acts'}>
          <path class="state-mark__fill" d="M8 .8 15.2 8 8 15.2.8 8z" />
        </Match>
        <Match when={props.state === 'moving'}>
          <path class="state-mark__fill" d="M8 1.5 15.2 14H.8z" />
        </Match>
        <Match when={props.state === 'done'}>
          <path class="state-mark__line" d="M2 8.5 6.2 12.7 14 4" />
        </Match>
        <Match when={props.state === 'stopped'}>
          <path class="state-mark__fill" d="M2 2h12v12H2z" />
        </Match>
        <Match when={props.state === 'old'}>
          <circle class="state-mark__line" cx="8" cy="8" r="6" />
          <path class="state-mark__wedge" d="M8 8V2a6 6 0 0 1 6 6z" />
        </Match>
      </Switch>
    </svg>
  )
}

type Props = ShapeProps & {
  /** The word; the state's own name when left out. */
  label?: string | undefined
  /** A second, quiet part after the word: since when, how long. */
  note?: string | undefined
}

/** A state as word, shape and colour, always all three. */
export function StateMark(props: Props) {
  return (
    <span class="state-mark" data-state={props.state}>
      <StateShape state={props.state} hollow={props.hollow} />
      <span>
        <span class="state-mark__word">{props.label ?? t(`common.state.${props.state}`)}</span>
        <Show when={props.note}>
          {' '}
          <span class="state-mark__note">{props.note}</span>
        </Show>
      </span>
    </span>
  )
}
