import { createSignal } from 'solid-js'

const [painted, setPainted] = createSignal(false)

/** The first picture stands: what is heavy may be fetched now. */
export { painted }

/** A tab in the background is never painted: after a second it goes on all the same. */
const LONGEST_MS = 1_000

/** Runs once, right after the first picture. */
export function afterFirstPaint(work: () => void): void {
  let done = false
  const go = () => {
    if (done) return
    done = true
    setPainted(true)
    work()
  }
  requestAnimationFrame(() => setTimeout(go))
  setTimeout(go, LONGEST_MS)
}
