import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

/** Follows a value one drawing later: what a press changes under the finger is seen before what goes with it. */
export function createAfterPaint<T>(value: Accessor<T>): Accessor<T> {
  const [shown, setShown] = createSignal<T>(untrack(value))
  // What came meanwhile comes with it: under a stream of moves it is late, never left out.
  const follow = makeAfterPaint(() => setShown(() => untrack(value)))
  createEffect(on(value, follow, { defer: true }))
  return shown
}

/** How many of so many are drawn: the first at once, the others a few with each drawing, so that a press comes between. */
export function createGrowing(total: Accessor<number>, first: number, step: number): Accessor<number> {
  const [drawn, setDrawn] = createSignal(first)
  const grow = makeAfterPaint(() => setDrawn((count) => count + step))
  createEffect(() => drawn() < total() && grow())
  return drawn
}

/** Runs after the next drawing, once for all that ask before it. */
function makeAfterPaint(run: () => void): () => void {
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  })
  return () => {
    if (frame !== undefined || timer !== undefined) return
    frame = requestAnimationFrame(() => {
      frame = undefined
      timer = setTimeout(() => {
        timer = undefined
        run()
      })
    })
  }
}
