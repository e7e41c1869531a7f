import type { OwnPasskey } from '#shared/wire/accounts.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'

type Props = {
  passkeys: readonly OwnPasskey[]
  now: string
  busy: string | undefined
  onDrop: (passkey: OwnPasskey) => void
}

export function OwnPasskeys(props: Props) {
  const columns: Column<OwnPasskey>[] = [
    {
      key: 'made',
      head: t('session.access.made'),
      lead: true,
      cell: ({ created }) => moment(created, props.now),
    },
    {
      key: 'used',
      head: t('session.access.used'),
      cell: ({ lastUsed }) => (lastUsed === null ? t('session.access.never') : age(lastUsed, props.now)),
    },
    {
      key: 'kept',
      head: t('session.access.kept'),
      cell: ({ synced }) => t(synced ? 'session.access.synced' : 'session.access.bound'),
    },
    {
      key: 'drop',
      head: t('session.access.drop'),
      end: true,
      phone: 'plain',
      cell: (one) => (
        <Button
          busy={props.busy === one.id}
          label={t('session.access.dropOf', { made: moment(one.created, props.now) })}
          onClick={() => props.onDrop(one)}
        >
          {t('session.access.drop')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('session.access.passkeys')}
      columns={columns}
      rows={props.passkeys}
      rowKey={({ id }) => id}
    />
  )
}
