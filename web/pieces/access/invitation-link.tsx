import type { Invitation } from '#shared/wire/accounts.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'

import { ShownOnce } from './shown-once.tsx'

type Props = { invitation: Invitation; label: string; now: string }

/** The link that lets somebody in once. */
export function InvitationLink(props: Props) {
  return (
    <ShownOnce
      text={t('session.invitation.madeText', {
        label: props.label,
        until: moment(props.invitation.expires, props.now),
      })}
      label={t('session.invitation.link')}
      value={props.invitation.link}
      copied={t('session.invitation.copied')}
    />
  )
}
