import { useLocation } from '@solidjs/router'
import { createResource, Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Loading } from '#web/parts/loading.tsx'
import { ways } from '#web/state/access.ts'

import { DemoPeople } from './sign-in/demo-people.tsx'
import { Invite } from './sign-in/invite.tsx'
import { NoAnswer } from './sign-in/no-answer.tsx'
import { OwnWays } from './sign-in/own-ways.tsx'

import './sign-in.css'

/** After an invitation's link, or by the ways in. */
export default function SignIn() {
  const location = useLocation()
  return (
    <Show when={location.pathname === '/uitnodiging'} fallback={<Ways />}>
      <Invite />
    </Show>
  )
}

/** The ways in that this installation has: in the demo one is chosen, else a provider or a passkey says who one is. */
function Ways() {
  const [found, { refetch }] = createResource(ways)
  const known = () => {
    const came = found()
    return came && 'ok' in came ? came.ok : undefined
  }
  return (
    <Switch fallback={<Loading />}>
      <Match when={known()?.demo}>
        <DemoPeople />
      </Match>
      <Match when={known()}>{(way) => <OwnWays ways={way()} />}</Match>
      <Match when={!found.loading && found() !== undefined}>
        <div class="sign-in">
          <h1>{t('session.enter.title')}</h1>
          <NoAnswer onRetry={() => void refetch()} />
        </div>
      </Match>
    </Switch>
  )
}
