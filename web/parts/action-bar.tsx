import type { JSX } from 'solid-js'

import './action-bar.css'

/** The screen's act in the thumb's zone: stays at the foot of a phone, follows the text on a desk. */
export function ActionBar(props: { children: JSX.Element }) {
  return <div class="action-bar">{props.children}</div>
}
