import type { JSX } from 'solid-js'

import './visually-hidden.css'

/** Words for a screen reader only. */
export function VisuallyHidden(props: { children: JSX.Element }) {
  return <span class="visually-hidden">{props.children}</span>
}
