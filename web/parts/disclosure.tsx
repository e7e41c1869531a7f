import { type JSX, Show } from 'solid-js'

import { Icon } from './icon.tsx'

import './disclosure.css'

type Props = {
  label: string
  /** A quiet word after the label: how many, why. */
  note?: string | undefined
  open?: boolean | undefined
  onToggle?: ((open: boolean) => void) | undefined
  children: JSX.Element
}

/** What is there on demand. */
export function Disclosure(props: Props) {
  return (
    <details
      class="disclosure"
      open={props.open ?? false}
      onToggle={(event) => props.onToggle?.(event.currentTarget.open)}
    >
      <summary class="disclosure__summary">
        <Icon name="chevron-right" />
        <span>{props.label}</span>
        <Show when={props.note}>
          <span class="disclosure__note">{props.note}</span>
        </Show>
      </summary>
      <div class="disclosure__body">{props.children}</div>
    </details>
  )
}
