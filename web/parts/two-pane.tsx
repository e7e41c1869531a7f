import { type JSX, Show } from 'solid-js'

import './two-pane.css'

type Props = {
  list: JSX.Element
  detail: JSX.Element
  listLabel: string
  detailLabel: string
  /** Something is open: on a phone the detail then stands in place of the list. */
  open: boolean
}

/** A list and what is open in it: side by side on a desk, one at a time on a phone. */
export function TwoPane(props: Props) {
  return (
    <div class="two-pane" classList={{ 'two-pane--open': props.open }}>
      <section class="two-pane__list" aria-label={props.listLabel}>
        {props.list}
      </section>
      <Show when={props.open}>
        <section class="two-pane__detail" aria-label={props.detailLabel}>
          {props.detail}
        </section>
      </Show>
    </div>
  )
}
