import { Show } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { term } from '#web/pieces/term.ts'

import { adviceWords, scopeWords } from './phase-words.ts'

import './phase-register.css'

type Row = PhaseEntry & { pending?: true | undefined }

/** Every decision: from when, for whom, who decided it with which advice, when it was announced, and why. */
export function PhaseRegister(props: { entries: readonly Row[]; now: string }) {
  const rows = () => props.entries.toSorted((a, b) => Date.parse(b.inForceFrom) - Date.parse(a.inForceFrom))
  const isAhead = ({ inForceFrom }: Row) => Date.parse(inForceFrom) > Date.parse(props.now)
  const columns = (): Column<Row>[] => [
    {
      key: 'change',
      head: t('phases.column.change'),
      lead: true,
      cell: (row) => (
        <>
          {t('phases.change', { from: row.from, to: row.phase })}
          <Show when={isAhead(row)}>
            {' '}
            <StateMark state="acts" hollow label={t('phases.future')} />
          </Show>
          <Show when={row.pending}>
            {' '}
            <StateMark state="waiting" label={t('phases.unsent')} />
          </Show>
        </>
      ),
    },
    { key: 'scope', head: t('phases.column.scope'), cell: (row) => scopeWords(row.scope) },
    { key: 'force', head: t('phases.column.inForce'), cell: (row) => moment(row.inForceFrom, props.now) },
    {
      key: 'decided',
      head: t('phases.column.decided'),
      cell: (row) => (
        <>
          {term('body', row.decidedBy)}
          <span class="phase-register__more">
            {[t('phases.announced', { at: moment(row.announcedAt, props.now) }), adviceWords(row)]
              .filter(Boolean)
              .join('; ')}
          </span>
        </>
      ),
    },
    { key: 'reason', head: t('phases.column.reason'), cell: (row) => row.reason },
  ]
  return (
    <Show when={props.entries.length > 0} fallback={<p>{t('phases.registerEmpty')}</p>}>
      <div class="phase-register">
        <DataTable
          caption={t('phases.register')}
          columns={columns()}
          rows={rows()}
          rowKey={(row) => row.id}
        />
      </div>
    </Show>
  )
}
