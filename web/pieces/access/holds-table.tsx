import { Show } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import type { LegalHold } from '#shared/wire/holds.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'

type Props = { rows: readonly LegalHold[]; now: string; onOpen: (hold: LegalHold) => void }

export const codeOf = ({ code }: LegalHold): string =>
  code === null ? t('settings.holds.gone') : showCode(code)

/** Which requests are kept, by whom and why; those that were let go as well. */
export function HoldsTable(props: Props) {
  const columns = (): Column<LegalHold>[] => [
    { key: 'code', head: t('settings.holds.code'), lead: true, cell: codeOf },
    {
      key: 'state',
      head: t('settings.holds.state'),
      cell: ({ lifted }) =>
        lifted === null ? (
          <StateMark state="stopped" label={t('settings.holds.held')} />
        ) : (
          <StateMark state="done" label={t('settings.holds.loose', { at: moment(lifted.at, props.now) })} />
        ),
    },
    { key: 'reason', head: t('settings.holds.reason'), cell: ({ reason }) => reason },
    { key: 'by', head: t('settings.holds.by'), cell: ({ by }) => by },
    { key: 'at', head: t('settings.holds.at'), cell: ({ at }) => moment(at, props.now) },
    {
      key: 'lift',
      head: '',
      end: true,
      cell: (hold) => (
        <Show when={hold.lifted === null}>
          <Button onClick={() => props.onOpen(hold)}>{t('settings.holds.lift')}</Button>
        </Show>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('settings.holds.title')}
      columns={columns()}
      rows={props.rows}
      rowKey={({ transfer, at }) => `${transfer} ${at}`}
    />
  )
}
