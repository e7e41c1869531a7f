import { useNavigate } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { progress } from '#web/pieces/own-acts.tsx'
import { trouble } from '#web/state/engine.ts'
import { now } from '#web/state/now.ts'
import { sendNow, unsentCount } from '#web/state/outbox.ts'
import { createLoose, type Loose, signOut } from '#web/state/sign-out.ts'
import { createTransfer } from '#web/state/transfers.ts'

import './sign-out.css'

/** Before one signs out: what would be lost, by name. Each is sent, finished or given up; then the phone is wiped. */
export default function SignOut() {
  const go = useNavigate()
  const [loose, discard] = createLoose()
  const [busy, setBusy] = createSignal(false)
  const leave = async () => {
    setBusy(true)
    const left = await signOut()
    setBusy(false)
    if ('left' in left) go('/inloggen')
  }
  const Leave = () => (
    <p class="sign-out__acts">
      <Button variant="primary" icon="sign-out" busy={busy()} onClick={() => void leave()}>
        {t('app.account.signOut')}
      </Button>
    </p>
  )
  return (
    <>
      <PageHead title={t('app.title.signOut')} />
      <Switch fallback={<Loading />}>
        <Match when={trouble() === 'unreadable'}>
          <p>{t('app.signOut.unreadable')}</p>
          <Leave />
        </Match>
        <Match when={loose()?.length === 0}>
          <p>{t('app.signOut.nothing')}</p>
          <Leave />
        </Match>
        <Match when={loose()}>
          {(list) => (
            <>
              <p>{t('app.signOut.text')}</p>
              <ul class="sign-out__list">
                <For each={list()}>{(one) => <Item one={one} onDiscard={() => void discard(one)} />}</For>
              </ul>
              <Show when={unsentCount() > 0}>
                <p class="sign-out__acts">
                  <Button variant="primary" onClick={sendNow}>
                    {t('app.outbox.sendNow')}
                  </Button>
                </p>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}

/** One thing that is not the server's yet; given up only by a second tap that names it. */
function Item(props: { one: Loose; onDiscard: () => void }) {
  const [asked, setAsked] = createSignal(false)
  const act = () => ('act' in props.one ? props.one.act : undefined)
  const transfer = createTransfer(() => act()?.subject ?? '')
  const name = () => {
    const entry = act()
    return entry ? actName(entry.name) : t('app.signOut.draft')
  }
  const at = () => ('act' in props.one ? props.one.act.createdAt : props.one.savedAt)
  const give = () => {
    announce(t('app.signOut.discarded', { act: name() }))
    props.onDiscard()
  }
  return (
    <li class="sign-out__item">
      <div class="sign-out__what">
        <strong>{name()}</strong>
        <Show when={transfer()?.code}>{(code) => <span>{showCode(code())}</span>}</Show>
        <span class="sign-out__when">{moment(at(), now())}</span>
      </div>
      <Show
        when={act()}
        fallback={
          <LinkButton variant="quiet" href="/aanvraag">
            {t('app.signOut.finish')}
          </LinkButton>
        }
      >
        {(entry) => (
          <StateMark state={entry().state === 'refused' ? 'stopped' : 'waiting'} label={progress(entry())} />
        )}
      </Show>
      <Show
        when={asked()}
        fallback={
          <Button onClick={() => setAsked(true)} label={t('app.signOut.discardOf', { act: name() })}>
            {t('app.signOut.discard')}
          </Button>
        }
      >
        <Button variant="danger" onClick={give}>
          {t('app.signOut.sure', { act: name() })}
        </Button>
      </Show>
    </li>
  )
}
