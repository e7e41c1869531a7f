import { createEffect, createRoot, on } from 'solid-js'

import { MAX_SKEW_MS } from '#shared/wire/act-time.ts'
import { offset, setOffset } from './now.ts'

const KEPT = 'brancard.clock'

// A phone may start without signal: until the server is heard, what was known of its clock counts.
if (offset() === 0) setOffset(remembered())
createRoot(() => createEffect(on(offset, (found) => localStorage.setItem(KEPT, `${found} ${Date.now()}`))))

/** A clock that stands earlier than when it was heard has been set since: what was known of it is worth nothing. */
function remembered(): number {
  const [found = 0, at = 0] = (localStorage.getItem(KEPT) ?? '').split(' ').map(Number)
  return at <= Date.now() ? found : 0
}

/** For an act that is filed now: absent where this phone's clock is right, or nobody said. */
export const skew = (): { skew?: number } => {
  const found = Math.round(offset())
  return found === 0 || Math.abs(found) > MAX_SKEW_MS ? {} : { skew: found }
}
