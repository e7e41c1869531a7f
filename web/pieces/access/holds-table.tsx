import { Show } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import type { LegalHold } from '#shared/wire/holds.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'

import './holds-table.css'

type Props = { rows: readonly LegalHold[]; now: string; onOpen: (hold: LegalHold) => void }

export const codeOf = ({ code }: LegalHold): string =>
  code === null ? t('settings.holds.gone') : showCode(code)

/** Which requests are kept, by whom and why; those that were let go as well. */
export function HoldsTable(props: Props) {
  const mark = ({ lifted }: LegalHold) =>
    lifted === null ? (
      <StateMark state="stopped" label={t('settings.holds.held')} />
    ) : (
      <StateMark state="done" label={t('settings.holds.loose', { at: moment(lifted.at, props.now) })} />
    )
  const since = ({ at }: LegalHold) => moment(at, props.now)
  const columns = (): Column<LegalHold>[] => [
    {
      key: 'code',
      head: t('settings.holds.code'),
      lead: true,
      cell: (hold) => (
        <LeadCell
          beside={mark(hold)}
          lines={
            <>
              <span class="holds-table__line">{hold.reason}</span>
              <span class="holds-table__line">
                {hold.by} · {since(hold)}
              </span>
            </>
          }
        >
          {codeOf(hold)}
        </LeadCell>
      ),
    },
    { ...wideOnly('state', t('settings.holds.state')), cell: mark },
    { ...wideOnly('reason', t('settings.holds.reason')), cell: ({ reason }) => reason },
    { ...wideOnly('by', t('settings.holds.by')), cell: ({ by }) => by },
    { ...wideOnly('at', t('settings.holds.at')), cell: since },
    {
      key: 'lift',
      head: t('settings.holds.lift'),
      end: true,
      phone: 'plain',
      cell: (hold) => (
        <Show when={hold.lifted === null}>
          <Button
            label={t('settings.holds.liftLabel', { code: codeOf(hold) })}
            onClick={() => props.onOpen(hold)}
          >
            {t('settings.holds.lift')}
          </Button>
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
