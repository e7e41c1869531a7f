import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** A clock that ticks every 30 s, and at once when the screen comes back into view. `read` gives the milliseconds. */
export function createNow(read: () => number, everyMs = 30_000): Accessor<number> {
  const [now, setNow] = createSignal(read())
  const tick = () => setNow(read())
  const timer = setInterval(tick, everyMs)
  document.addEventListener('visibilitychange', tick)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return now
}
