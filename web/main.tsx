import './trusted-types.ts'
import '#web/styles/layers.css'

import { render } from 'solid-js/web'

import { followSession } from '#web/state/engine.ts'
import { afterFirstPaint } from '#web/state/first-paint.ts'
import { checkSession, session } from '#web/state/session.ts'
import { wearSettings } from '#web/state/settings.ts'
import { partMissing, registerServiceWorker } from '#web/state/updates.ts'
import { loadFont } from '#web/styles/load-font.ts'

import { App } from './app.tsx'
import { preloadPlace } from './routes.ts'

import './app.css'

wearSettings()
const root = document.getElementById('app')
if (root === null) throw new Error('no #app')
render(() => <App />, root)
window.addEventListener('vite:preloadError', partMissing)

const check = () => void checkSession().catch((fault: unknown) => console.error('session', fault))
/** Whose face the first picture shows is known, or must be asked for at once. */
const isRemembered = session() !== undefined
if (!isRemembered) check()
afterFirstPaint(() => {
  if (isRemembered) check()
  preloadPlace(location.pathname)
  followSession()
  loadFont()
  if (import.meta.env.PROD) afterLoad(registerServiceWorker)
})

function afterLoad(work: () => Promise<void>): void {
  const go = () => void work().catch((reason: unknown) => console.error('service worker', reason))
  if (document.readyState === 'complete') go()
  else window.addEventListener('load', go)
}
