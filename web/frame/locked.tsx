import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, For, onMount, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { goToProvider, showPasskey, ways } from '#web/state/access.ts'
import { work } from '#web/state/engine.ts'
import { session } from '#web/state/session.ts'
import { signOut } from '#web/state/sign-out.ts'

import './locked.css'

/** In the place of every screen while the session is locked: nothing to read, and the ways back. */
export function Locked() {
  const go = useNavigate()
  const [found] = createResource(ways)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  let title: HTMLHeadingElement | undefined
  onMount(() => {
    title?.focus()
    announce(t('session.locked.spoken'), 'polite')
  })
  const providers = () => {
    const came = found()
    return came && 'ok' in came ? came.ok.providers : []
  }
  const unlock = async () => {
    setBusy(true)
    setTrouble(undefined)
    const came = await showPasskey()
    setBusy(false)
    if (!('ok' in came)) return setTrouble(came)
    work()?.hurry(true)
    announce(t('session.locked.unlocked'), 'polite')
  }
  const leave = async () => {
    const left = await signOut()
    go('left' in left ? '/inloggen' : '/afmelden')
  }
  return (
    <div class="locked">
      <h1 class="locked__title" tabindex="-1" ref={title}>
        {t('session.locked.title')}
      </h1>
      <p class="locked__who">{session()?.label}</p>
      <p>{t('session.locked.text')}</p>
      <CameTrouble trouble={trouble()} />
      <div class="locked__ways">
        <Button variant="primary" wide busy={busy()} onClick={() => void unlock()}>
          {t('session.locked.unlock')}
        </Button>
        <For each={providers()}>
          {({ id, name }) => (
            <Button wide onClick={() => goToProvider(id, location.pathname)}>
              {t('session.locked.again', { name })}
            </Button>
          )}
        </For>
        <Show when={session()}>
          <Button variant="quiet" icon="sign-out" onClick={() => void leave()}>
            {t('session.locked.leave')}
          </Button>
        </Show>
      </div>
    </div>
  )
}
