import type { JSX } from 'solid-js'

import './thumb-screen.css'

/** A screen as high as the phone: what to know above, the one act at the foot, in the thumb's zone. */
export function ThumbScreen(props: { children: JSX.Element; foot: JSX.Element }) {
  return (
    <div class="thumb-screen">
      <div class="thumb-screen__body">{props.children}</div>
      <div class="thumb-screen__foot">{props.foot}</div>
    </div>
  )
}
