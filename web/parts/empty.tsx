import { type JSX, Show } from 'solid-js'

import { StateShape } from './state-mark.tsx'

import './empty.css'

type Props = {
  /** `nothing`: it was loaded and there is nothing. `failed`: it could not be loaded, nobody knows. */
  kind: 'nothing' | 'failed'
  title: string
  /** What to do now, whom to call. */
  children?: JSX.Element
  action?: JSX.Element
}

/** Where rows would stand: says whether nothing is there or nothing could be loaded. */
export function Empty(props: Props) {
  return (
    <div class="empty" role={props.kind === 'failed' ? 'alert' : undefined}>
      <p class="empty__title" data-state={props.kind === 'failed' ? 'stopped' : 'waiting'}>
        <StateShape state={props.kind === 'failed' ? 'stopped' : 'waiting'} />
        <span>{props.title}</span>
      </p>
      <Show when={props.children}>
        <div class="empty__text">{props.children}</div>
      </Show>
      {props.action}
    </div>
  )
}
