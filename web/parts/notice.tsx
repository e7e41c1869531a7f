import { type JSX, Show } from 'solid-js'

import { Icon } from './icon.tsx'
import { StateShape } from './state-mark.tsx'

import './notice.css'

type Props = {
  kind: 'info' | 'warn' | 'stop' | 'done'
  /** The word: what happened. */
  title: string
  /** What was kept, what to do now, whom to call. */
  children?: JSX.Element
  action?: JSX.Element
  /** `polite` when it appears by itself; `assertive` only for what must be acknowledged. */
  live?: 'polite' | 'assertive' | undefined
}

const ROLES = { polite: 'status', assertive: 'alert' } as const

/** Something to know, between two hairlines: a shape, a word, a sentence. */
export function Notice(props: Props) {
  return (
    <div class="notice" data-kind={props.kind} role={props.live ? ROLES[props.live] : undefined}>
      <span class="notice__mark">
        <Shape kind={props.kind} />
      </span>
      <div class="notice__body">
        <strong class="notice__title">{props.title}</strong>
        <Show when={props.children}>
          <div class="notice__text">{props.children}</div>
        </Show>
      </div>
      <Show when={props.action}>
        <div class="notice__action">{props.action}</div>
      </Show>
    </div>
  )
}

function Shape(props: { kind: Props['kind'] }) {
  return (
    <Show
      when={props.kind === 'stop' || props.kind === 'done'}
      fallback={<Icon name={props.kind === 'warn' ? 'warning' : 'info'} />}
    >
      <StateShape state={props.kind === 'stop' ? 'stopped' : 'done'} />
    </Show>
  )
}
