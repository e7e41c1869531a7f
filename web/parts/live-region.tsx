import { createSignal } from 'solid-js'

import './visually-hidden.css'

const [polite, setPolite] = createSignal('')
const [assertive, setAssertive] = createSignal('')

/** Speaks a change of state. Assertive only for what must be acknowledged. The same words twice are spoken twice. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const set = urgency === 'polite' ? setPolite : setAssertive
  set('')
  setTimeout(() => set(text), 50)
}

/** Where announcements are spoken; AppFrame holds the one there is. */
export function LiveRegion() {
  return (
    <div class="visually-hidden">
      <div role="status">{polite()}</div>
      <div role="alert">{assertive()}</div>
    </div>
  )
}
