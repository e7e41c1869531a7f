import type { JSX } from 'solid-js'

import './fields.css'

/** The even distance between fields: one under the other, or short ones side by side on one baseline. */
export function Fields(props: { children: JSX.Element; row?: boolean | undefined }) {
  return (
    <div class="fields" classList={{ 'fields--row': props.row ?? false }}>
      {props.children}
    </div>
  )
}
