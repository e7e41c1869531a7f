import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'

import { LANGUAGES, language, t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { leadsSomewhere, mayBeAlerted } from '#web/routes.ts'
import { myRoles, session, signIn } from '#web/state/session.ts'
import { chooseLanguage, chooseTheme, theme } from '#web/state/settings.ts'
import { signOut } from '#web/state/sign-out.ts'
import { recentPeople, rememberPerson } from '#web/state/recent-people.ts'
import { THEMES } from '#web/styles/theme.ts'

import './account.css'

/** Who is signed in, how this device looks and speaks, and the way out. */
export function Account(props: { open: boolean; onClose: () => void }) {
  const go = useNavigate()
  /** Straight away, or past what would be lost. */
  const leave = async () => {
    const left = await signOut()
    props.onClose()
    go('left' in left ? '/inloggen' : '/afmelden')
  }
  const toAlerts = () => {
    props.onClose()
    go('/meldingen')
  }
  const seeAccess = () => {
    props.onClose()
    go('/toegang')
  }
  const inEmergency = () => {
    props.onClose()
    go('/noodtoegang')
  }
  return (
    <Dialog open={props.open} title={t('app.account.title')} onClose={props.onClose} sheet>
      <div class="account">
        <p class="account__who">{session()?.label}</p>
        <Show when={session()?.demo}>
          <Switching onDone={props.onClose} />
        </Show>
        <Show when={session()?.demo === false && !session()?.locked}>
          <Button onClick={seeAccess}>{t('session.access.open')}</Button>
        </Show>
        <Choice
          label={t('app.account.language')}
          options={LANGUAGES.map((value) => ({ value, label: t(`app.language.${value}`) }))}
          value={language()}
          onChange={chooseLanguage}
        />
        <Choice
          label={t('app.account.theme')}
          options={THEMES.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
          value={theme()}
          onChange={chooseTheme}
        />
        <Show when={mayBeAlerted(myRoles())}>
          <Button icon="bell" onClick={toAlerts}>
            {t('alerts.settings')}
          </Button>
        </Show>
        <Show when={leadsSomewhere('/noodtoegang', myRoles())}>
          <Button onClick={inEmergency}>{t('session.emergency.open')}</Button>
        </Show>
        <div class="account__leave">
          <Button icon="sign-out" onClick={() => void leave()}>
            {t('app.account.signOut')}
          </Button>
          <p class="account__small">{t('app.account.signOutText')}</p>
        </div>
      </div>
    </Dialog>
  )
}

/** Demo only: the people last used on this device, one tap away. Queue and drafts wait for their own person. */
function Switching(props: { onDone: () => void }) {
  const go = useNavigate()
  const others = () => recentPeople().filter(({ person }) => person !== session()?.person)
  const become = async (person: string) => {
    const answer = await signIn(person)
    if (!('ok' in answer)) return
    rememberPerson({ person, label: answer.ok.label })
    props.onDone()
    go('/')
  }
  const choose = () => {
    props.onDone()
    go('/inloggen')
  }
  return (
    <div class="account__switch">
      <h3>{t('app.account.switch')}</h3>
      <For each={others()}>
        {(other) => (
          <Button wide onClick={() => void become(other.person)}>
            {other.label}
          </Button>
        )}
      </For>
      <Button variant="quiet" icon="search" onClick={choose}>
        {t('app.account.choose')}
      </Button>
    </div>
  )
}
