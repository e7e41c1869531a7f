import type { Invitation } from '#shared/wire/accounts.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { TextField } from '#web/parts/text-field.tsx'

type Props = { invitation: Invitation; label: string; now: string }

/** The link, to be given on by hand: it is shown this once. */
export function InvitationLink(props: Props) {
  const copy = () =>
    navigator.clipboard.writeText(props.invitation.link).then(
      () => announce(t('session.invitation.copied'), 'polite'),
      (reason: unknown) => console.info('not copied', reason),
    )
  return (
    <Fields>
      <p>
        {t('session.invitation.madeText', {
          label: props.label,
          until: moment(props.invitation.expires, props.now),
        })}
      </p>
      <TextField
        label={t('session.invitation.link')}
        value={props.invitation.link}
        onChange={() => undefined}
      />
      <Button variant="primary" onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </Fields>
  )
}
