import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** The width in pixels of what is drawn in; a guess until it stands on the page. */
export function createWidth(element: () => Element | undefined, guess: number): Accessor<number> {
  const [width, setWidth] = createSignal(guess)
  onMount(() => {
    const drawn = element()
    if (drawn === undefined || typeof ResizeObserver === 'undefined') return
    const look = () => setWidth(Math.max(240, Math.round(drawn.clientWidth)))
    look()
    const watch = new ResizeObserver(() => requestAnimationFrame(look))
    watch.observe(drawn)
    onCleanup(() => watch.disconnect())
  })
  return width
}
