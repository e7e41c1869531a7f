import { createEffect, createSignal, on, Show } from 'solid-js'

import type { Membership } from '#shared/access/parties.ts'
import { LABEL_MAX } from '#shared/wire/sign-in.ts'
import type { Invitation } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { InvitationLink } from '#web/pieces/access/invitation-link.tsx'
import { RoleEditor } from '#web/pieces/access/role-editor.tsx'
import { invitePerson } from '#web/state/admin.ts'
import { now } from '#web/state/now.ts'
import { me } from '#web/state/session.ts'

type Props = { open: boolean; onClose: () => void; onInvited: () => void }

/** A new person: what colleagues call them, their roles, and then the link that lets them in once. */
export function InvitePerson(props: Props) {
  const [label, setLabel] = createSignal('')
  const [memberships, setMemberships] = createSignal<Membership[]>([])
  const [made, setMade] = createSignal<Invitation>()
  const [busy, setBusy] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (open) return
        setLabel('')
        setMemberships([])
        setMade(undefined)
        setAsked(false)
        setTrouble(undefined)
      },
    ),
  )
  const send = async () => {
    setAsked(true)
    if (label().trim().length < 3 || memberships().length === 0) return
    setBusy(true)
    setTrouble(undefined)
    const came = await invitePerson(label().trim(), memberships())
    setBusy(false)
    if (!('ok' in came)) return setTrouble(came)
    setMade(came.ok)
    props.onInvited()
  }
  return (
    <Dialog
      open={props.open}
      title={t(made() === undefined ? 'session.people.invite' : 'session.invitation.made')}
      onClose={props.onClose}
      footer={
        <Show
          when={made() === undefined}
          fallback={<Button onClick={props.onClose}>{t('session.invitation.done')}</Button>}
        >
          <Button variant="primary" busy={busy()} onClick={() => void send()}>
            {t('session.invitation.send')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </Show>
      }
    >
      <Show
        when={made()}
        fallback={
          <Fields>
            <CameTrouble trouble={trouble()} />
            <TextField
              label={t('session.invitation.label')}
              hint={t('session.invitation.labelHint')}
              value={label()}
              maxLength={LABEL_MAX}
              error={asked() && label().trim().length < 3 ? t('session.invitation.labelNeeded') : undefined}
              onChange={setLabel}
            />
            <RoleEditor
              admin={me()}
              value={memberships()}
              onChange={setMemberships}
              error={asked() && memberships().length === 0 ? t('session.roles.needed') : undefined}
            />
          </Fields>
        }
      >
        {(invitation) => <InvitationLink invitation={invitation()} label={label()} now={now()} />}
      </Show>
    </Dialog>
  )
}
