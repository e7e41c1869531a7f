import { Show } from 'solid-js'

import './gap-bar.css'

type Props = {
  /** Present minus exact share, in patients: over the share to the right, under it to the left. */
  gap: number
  /** The same when what is under way is done. */
  after?: number | undefined
  /** The gap that fills one side: the same for all bars of a table. */
  reach: number
}

/** Load around its share. A picture only: the words stand beside it. */
export function GapBar(props: Props) {
  const part = (gap: number) => Math.max(-1, Math.min(1, gap / Math.max(1, props.reach)))
  return (
    <span class="gap-bar" aria-hidden="true">
      <span
        class="gap-bar__fill"
        classList={{ 'gap-bar__fill--over': props.gap > 0, 'gap-bar__fill--under': props.gap <= 0 }}
        style={{ '--gap': String(Math.abs(part(props.gap))) }}
      />
      <Show when={props.after !== undefined && Math.abs(props.after - props.gap) >= 0.5}>
        <span class="gap-bar__after" style={{ '--after': String(part(props.after ?? 0)) }} />
      </Show>
    </span>
  )
}
