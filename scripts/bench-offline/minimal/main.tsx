import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'

import './main.css'

/** What the product is held against: the least that Solid can draw, and a service worker that keeps it. */
function Minimal() {
  const [taps, setTaps] = createSignal(0)
  return (
    <main>
      <h1>{document.title}</h1>
      <button type="button" onClick={() => setTaps(taps() + 1)}>
        {taps()}
      </button>
    </main>
  )
}

const root = document.getElementById('app')
if (root === null) throw new Error('no #app')
render(() => <Minimal />, root)
await navigator.serviceWorker.register('/service-worker.js')
