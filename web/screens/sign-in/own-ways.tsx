import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'

import type { SignInWays } from '#shared/wire/accounts.ts'
import { RETURNS } from '#shared/wire/sign-in.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { leadsSomewhere } from '#web/routes.ts'
import { enterWithPasskey, goToProvider, knowsPasskeys, lastWay } from '#web/state/access.ts'
import { myRoles } from '#web/state/session.ts'

type Asked = { naar?: string; melding?: string; via?: string }

/** Providers and passkey; what this device used last comes first. */
export function OwnWays(props: { ways: SignInWays }) {
  const go = useNavigate()
  const [params] = useSearchParams<Asked>()
  const [busy, setBusy] = createSignal<string>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  const back = () => (params.naar?.startsWith('/') ? params.naar : '/')
  const first = () => {
    const known = props.ways.providers.some(({ id }) => id === lastWay())
    return known || lastWay() === 'passkey' ? lastWay() : (props.ways.providers[0]?.id ?? 'passkey')
  }
  const variant = (way: string) => (way === first() ? 'primary' : 'secondary')

  const leave = (id: string) => {
    setBusy(id)
    goToProvider(id, back())
  }
  const enter = async () => {
    setBusy('passkey')
    setTrouble(undefined)
    const came = await enterWithPasskey()
    setBusy(undefined)
    if ('ok' in came) go(leadsSomewhere(back(), myRoles()) ? back() : '/', { replace: true })
    else setTrouble(came)
  }
  return (
    <div class="sign-in sign-in--own">
      <h1>{t('session.enter.title')}</h1>
      <p>{t('session.enter.text')}</p>
      <CameBack providers={props.ways.providers} why={params.melding} via={params.via} />
      <CameTrouble trouble={trouble()} />
      <div class="sign-in__ways">
        <For each={props.ways.providers}>
          {({ id, name }) => (
            <Button wide variant={variant(id)} busy={busy() === id} onClick={() => leave(id)}>
              {t('session.enter.provider', { name })}
            </Button>
          )}
        </For>
        <Show when={knowsPasskeys()} fallback={<Notice kind="warn" title={t('session.enter.noPasskeys')} />}>
          <Button
            wide
            variant={variant('passkey')}
            busy={busy() === 'passkey'}
            busyLabel={t('session.enter.busy')}
            onClick={() => void enter()}
          >
            {t('session.enter.passkey')}
          </Button>
        </Show>
      </div>
      <p class="sign-in__help">{t('session.enter.help')}</p>
    </div>
  )
}

type Back = { providers: SignInWays['providers']; why: string | undefined; via: string | undefined }

/** What came of a sign-in at a provider, by the codes in the address. */
function CameBack(props: Back) {
  const why = () => RETURNS.find((code) => code === props.why)
  const name = () => props.providers.find(({ id }) => id === props.via)?.name ?? t('common.unknown')
  return (
    <Show when={why()}>
      {(code) => (
        <Notice
          kind={code() === 'away' ? 'warn' : 'stop'}
          title={t(`session.back.${code()}`, { name: name() })}
          live="assertive"
        >
          {t(`session.back.${code()}Text`, { name: name() })}
        </Notice>
      )}
    </Show>
  )
}
