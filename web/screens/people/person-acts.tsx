import { createSignal, Show } from 'solid-js'

import type { AdminPerson, Invitation } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Section } from '#web/parts/section.tsx'
import { InvitationLink } from '#web/pieces/access/invitation-link.tsx'
import { endSessions, inviteAgain, setEnabled } from '#web/state/admin.ts'
import { now } from '#web/state/now.ts'

import type { Act } from './person.tsx'

type Props = { person: AdminPerson; act: Act; busy: string | undefined }

/** A new invitation, an end to sessions, an end to access. */
export function PersonActs(props: Props) {
  const [made, setMade] = createSignal<Invitation>()
  const [asking, setAsking] = createSignal(false)
  const invite = async () =>
    setMade(await props.act('invite', () => inviteAgain(props.person.id), t('session.invitation.made')))
  const end = () => props.act('end', () => endSessions(props.person.id), t('session.person.ended'))
  const enable = (enabled: boolean) => {
    setAsking(false)
    const done = t(enabled ? 'session.person.enabled' : 'session.person.disabled')
    return props.act('access', () => setEnabled(props.person.id, enabled), done)
  }
  return (
    <Section title={t('session.person.acts')}>
      <div class="person__acts">
        <Show
          when={props.person.disabled === null}
          fallback={
            <Button variant="primary" busy={props.busy === 'access'} onClick={() => void enable(true)}>
              {t('session.person.enable')}
            </Button>
          }
        >
          <Button busy={props.busy === 'invite'} onClick={() => void invite()}>
            {t('session.invitation.again')}
          </Button>
          <p class="person__small">{t('session.invitation.againText')}</p>
          <Button
            busy={props.busy === 'end'}
            disabled={props.person.sessions === 0}
            onClick={() => void end()}
          >
            {t('session.person.end')}
          </Button>
          <Button variant="danger" busy={props.busy === 'access'} onClick={() => setAsking(true)}>
            {t('session.person.disable')}
          </Button>
        </Show>
      </div>
      <Dialog
        open={made() !== undefined}
        title={t('session.invitation.made')}
        onClose={() => setMade(undefined)}
        footer={<Button onClick={() => setMade(undefined)}>{t('session.invitation.done')}</Button>}
      >
        <Show when={made()}>
          {(invitation) => (
            <InvitationLink invitation={invitation()} label={props.person.label} now={now()} />
          )}
        </Show>
      </Dialog>
      <Dialog
        open={asking()}
        title={t('session.person.disableTitle')}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button variant="danger" onClick={() => void enable(false)}>
              {t('session.person.disable')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
          </>
        }
      >
        <p>{t('session.person.disableText', { label: props.person.label })}</p>
      </Dialog>
    </Section>
  )
}
