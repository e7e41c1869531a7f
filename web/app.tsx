import { Navigate, Router, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createEffect, ErrorBoundary, type JSX, lazy, Match, Suspense, Switch } from 'solid-js'

import { t, tryT } from '#web/i18n/t.ts'
import { Loading } from '#web/parts/loading.tsx'
import { painted } from '#web/state/first-paint.ts'
import { myRoles, session } from '#web/state/session.ts'

import { Fault } from './frame/fault.tsx'
import { Frame, Locked } from './frame/frame.tsx'
import { speakChanges } from './frame/spoken.ts'
import { mayOpen, placeAt, routes } from './routes.ts'

const NotFound = lazy(() => import('./screens/not-found.tsx'))

export function App() {
  speakChanges()
  return <Router root={Root}>{routes}</Router>
}

function Root(props: RouteSectionProps) {
  const location = useLocation()
  createEffect(() => {
    const title = tryT(placeAt(location.pathname)?.title ?? 'app.title.notFound')
    // A screen's own words come with it: until then the app's name.
    document.title = [title, t('app.brand')].filter(Boolean).join(' · ')
  })
  return (
    <Frame>
      <ErrorBoundary fallback={(fault, reset) => <Fault fault={fault} reset={reset} />}>
        <Suspense fallback={<Loading />}>
          <Gate>{props.children}</Gate>
        </Suspense>
      </ErrorBoundary>
    </Frame>
  )
}

/** Nobody signed in: to the sign-in screen, and back here after. Not for this role: as if it did not exist. */
function Gate(props: { children: JSX.Element }) {
  const location = useLocation()
  const place = () => placeAt(location.pathname)
  const isPublic = () => place()?.roles === 'public'
  const isForMe = () => {
    const row = place()
    return row === undefined || mayOpen(row, myRoles())
  }
  const back = () => (location.pathname === '/' ? '' : `?naar=${encodeURIComponent(location.pathname)}`)
  return (
    <Switch fallback={props.children}>
      <Match when={!painted() || (!isPublic() && session() === undefined)}>
        <Loading />
      </Match>
      <Match when={!isPublic() && session() === null}>
        <Navigate href={`/inloggen${back()}`} />
      </Match>
      <Match when={!isPublic() && session()?.locked}>
        <Locked />
      </Match>
      <Match when={!isForMe()}>
        <NotFound />
      </Match>
    </Switch>
  )
}
