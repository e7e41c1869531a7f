import { useLocation } from '@solidjs/router'
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'

import { loadWords, t } from '#web/i18n/t.ts'
import { AppFrame, type NavItem } from '#web/parts/app-frame.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { BELOW, mayBeAlerted, navFor } from '#web/routes.ts'
import { first, trouble, work } from '#web/state/engine.ts'
import { myRoles, session } from '#web/state/session.ts'

import { StatusLine } from './status-line.tsx'

import './frame.css'

/** Beside the screen, and not before its first picture: most people have nothing that rings. */
const AlertWatch = lazy(() =>
  Promise.all([import('./alert-watch.tsx'), loadWords()]).then(
    ([{ AlertWatch }]) => ({ default: AlertWatch }),
    // The screens go on without it; the list of work shows the same.
    () => ({ default: () => null }),
  ),
)

/** For real only: what locks the screen, and what stands there then. */
const watch = async () => (await Promise.all([import('./session-watch.tsx'), loadWords()]))[0]
const SessionWatch = lazy(async () => ({ default: (await watch()).SessionWatch }))
export const Locked = lazy(async () => ({ default: (await watch()).Locked }))

const Account = lazy(async () => {
  const [{ Account }] = await Promise.all([import('./account.tsx'), loadWords()])
  return { default: Account }
})

/** Round every screen: who I am, where I can go, and what is old, queued or refused. */
export function Frame(props: { children: JSX.Element }) {
  const location = useLocation()
  const isHere = (path: string) =>
    path === '/' ? location.pathname === '/' : `${location.pathname}/`.startsWith(`${path}/`)
  const nav = () => {
    const items = navFor(session()?.locked ? [] : myRoles()).map(
      ({ path, nav }): NavItem => ({
        href: path,
        label: t(nav.label),
        icon: nav.icon,
        current: isHere(path),
      }),
    )
    if (items.length > BELOW) {
      const rest = items.slice(BELOW - 1)
      for (const item of rest) item.only = 'side'
      const current = isHere('/meer') || rest.some((item) => item.current)
      items.push({ href: '/meer', label: t('app.nav.more'), icon: 'menu', current, only: 'below' })
    }
    // One place to go is no choice: the crew's ride keeps the whole screen.
    return items.length > 1 ? items : []
  }
  return (
    <AppFrame
      brand={t('app.brand')}
      home="/"
      nav={nav()}
      navLabel={t('app.nav')}
      top={<Show when={session()}>{(known) => <Me label={known().label} />}</Show>}
      banner={
        <>
          <StatusLine />
          <Show when={(work() ?? first() ?? trouble()) && session()?.demo === false}>
            <Suspense>
              <SessionWatch />
            </Suspense>
          </Show>
          <Show when={work() && mayBeAlerted(myRoles())}>
            <Suspense>
              <AlertWatch />
            </Suspense>
          </Show>
        </>
      }
    >
      {props.children}
    </AppFrame>
  )
}

function Me(props: { label: string }) {
  const [open, setOpen] = createSignal(false)
  const [wanted, setWanted] = createSignal(false)
  const show = () => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <>
      <button
        class="frame-me"
        type="button"
        aria-haspopup="dialog"
        aria-label={t('app.account.open', { label: props.label })}
        onClick={show}
      >
        <span class="frame-me__label">{props.label}</span>
        <Icon name="user" />
      </button>
      <Show when={wanted()}>
        <Suspense>
          <Account open={open()} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </>
  )
}
