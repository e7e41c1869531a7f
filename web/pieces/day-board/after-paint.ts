import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

/** Follows a value one drawing later: what a press changes under the finger is seen before what goes with it. */
export function createAfterPaint<T>(value: Accessor<T>): Accessor<T> {
  const [shown, setShown] = createSignal<T>(untrack(value))
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  // What came meanwhile comes with it: under a stream of moves it is late, never left out.
  const follow = () => {
    timer = undefined
    setShown(() => untrack(value))
  }
  createEffect(
    on(
      value,
      () => {
        if (frame !== undefined || timer !== undefined) return
        frame = requestAnimationFrame(() => {
          frame = undefined
          timer = setTimeout(follow)
        })
      },
      { defer: true },
    ),
  )
  onCleanup(() => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return shown
}
