import { createEffect, createSignal, on } from 'solid-js'

import type { Membership } from '#shared/access/parties.ts'
import { LABEL_MAX } from '#shared/wire/sign-in.ts'
import type { Invitation } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { TextField } from '#web/parts/text-field.tsx'
import type { Trouble } from '#web/pieces/access/came-trouble.tsx'
import { InvitationLink } from '#web/pieces/access/invitation-link.tsx'
import { MakeDialog } from '#web/pieces/access/make-dialog.tsx'
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
    <MakeDialog
      open={props.open}
      onClose={props.onClose}
      titles={[t('session.people.invite'), t('session.invitation.made')]}
      make={t('session.invitation.send')}
      onMake={() => void send()}
      busy={busy()}
      trouble={trouble()}
      made={made()}
      shown={(invitation) => <InvitationLink invitation={invitation} label={label()} now={now()} />}
    >
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
    </MakeDialog>
  )
}
