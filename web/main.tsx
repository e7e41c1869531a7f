import './trusted-types.ts'
import '#web/styles/layers.css'

import { render } from 'solid-js/web'

import { followSession } from '#web/state/engine.ts'
import { afterFirstPaint } from '#web/state/first-paint.ts'
import { checkSession } from '#web/state/session.ts'
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
checkSession().catch((fault: unknown) => console.error('session', fault))

window.addEventListener('vite:preloadError', partMissing)

afterFirstPaint(() => {
  preloadPlace(location.pathname)
  followSession()
  loadFont()
})
if (import.meta.env.PROD) {
  window.addEventListener('load', () => {
    registerServiceWorker().catch((reason: unknown) => console.error('service worker', reason))
  })
}
