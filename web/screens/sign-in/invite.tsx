import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, Match, Show, Switch } from 'solid-js'

import type { InviteOptions } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { acceptInvite, knowsPasskeys, openInvite } from '#web/state/access.ts'

/** After an invitation's link: makes the passkey that it is good for, once. */
export function Invite() {
  const token = location.hash.slice(1)
  // The address is left behind in the history and on the screen.
  history.replaceState(history.state, '', location.pathname)
  const [found, { refetch }] = createResource(() => openInvite(token))
  const opened = () => {
    const came = found()
    return came && 'ok' in came ? came.ok : undefined
  }
  const isSpent = () => {
    const came = found()
    return came !== undefined && 'refused' in came
  }
  return (
    <div class="sign-in sign-in--own">
      <Switch fallback={<Loading />}>
        <Match when={opened()}>{(invite) => <Accept token={token} invite={invite()} />}</Match>
        <Match when={isSpent()}>
          <h1>{t('session.invite.title')}</h1>
          <Empty
            kind="failed"
            title={t('session.invite.spent')}
            action={<LinkButton href="/inloggen">{t('session.invite.signIn')}</LinkButton>}
          >
            {t('session.invite.spentText')}
          </Empty>
        </Match>
        <Match when={!found.loading && found() !== undefined}>
          <h1>{t('session.invite.title')}</h1>
          <Empty
            kind="failed"
            title={t('common.load.failed')}
            action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          >
            {t('session.trouble.outage')}
          </Empty>
        </Match>
      </Switch>
    </div>
  )
}

function Accept(props: { token: string; invite: InviteOptions }) {
  const go = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  const make = async () => {
    // A challenge serves once: after a try that failed another is asked for.
    const again = trouble() !== undefined
    setBusy(true)
    setTrouble(undefined)
    const fresh = again ? await openInvite(props.token) : { ok: props.invite }
    const came = 'ok' in fresh ? await acceptInvite(props.token, fresh.ok) : fresh
    setBusy(false)
    if ('ok' in came) go(props.invite.setup ? '/mensen' : '/', { replace: true })
    else setTrouble(came)
  }
  return (
    <>
      <h1>{t(props.invite.setup ? 'session.invite.setupTitle' : 'session.invite.title')}</h1>
      <p class="sign-in__for">{t('session.invite.for', { label: props.invite.label })}</p>
      <p>{t(props.invite.setup ? 'session.invite.setupText' : 'session.invite.text')}</p>
      <CameTrouble trouble={trouble()} />
      <Show
        when={knowsPasskeys()}
        fallback={<Notice kind="stop" title={t('session.enter.noPasskeys')} live="assertive" />}
      >
        <div class="sign-in__ways">
          <Button variant="primary" wide busy={busy()} onClick={() => void make()}>
            {t('session.invite.make')}
          </Button>
        </div>
      </Show>
    </>
  )
}
