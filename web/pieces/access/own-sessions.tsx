import { Show } from 'solid-js'

import type { OwnSession } from '#shared/wire/accounts.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'

type Props = {
  sessions: readonly OwnSession[]
  now: string
  busy: string | undefined
  onEnd: (session: OwnSession) => void
}

const deviceOf = ({ agent }: OwnSession): string => agent || t('session.access.unknownDevice')

export function OwnSessions(props: Props) {
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      head: t('session.access.device'),
      lead: true,
      cell: (one) => (one.own ? `${deviceOf(one)}, ${t('session.access.this')}` : deviceOf(one)),
    },
    { key: 'since', head: t('session.access.since'), cell: (one) => moment(one.created, props.now) },
    { key: 'seen', head: t('session.access.seen'), cell: (one) => age(one.seen, props.now) },
    {
      key: 'way',
      head: t('session.access.way'),
      cell: ({ method }) => (method === 'passkey' ? t('session.access.way.passkey') : method),
    },
    {
      key: 'end',
      head: t('session.access.end'),
      end: true,
      phone: 'plain',
      cell: (one) => (
        <Show when={!one.own}>
          <Button
            busy={props.busy === one.id}
            label={t('session.access.endOf', { device: deviceOf(one) })}
            onClick={() => props.onEnd(one)}
          >
            {t('session.access.end')}
          </Button>
        </Show>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('session.access.sessions')}
      columns={columns}
      rows={props.sessions}
      rowKey={({ id }) => id}
    />
  )
}
