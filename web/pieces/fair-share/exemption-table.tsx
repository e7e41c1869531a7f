import { Show } from 'solid-js'

import { type Exemption, type ExemptionState, exemptionState } from '#shared/fair-share/exemption.ts'
import { group } from '#shared/reference/regions.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'

import '#web/pieces/phases/phase-register.css'

type Row = Exemption & { pending?: true | undefined }
type Props = {
  rows: readonly Row[]
  now: string
  /** For who may end one. */
  onEnd?: ((row: Exemption) => void) | undefined
}

const MARKS: Record<ExemptionState, State> = {
  'in-force': 'acts',
  ahead: 'acts',
  past: 'done',
  ended: 'done',
}

export const groupName = (id: string): string => group(id)?.name ?? id

/** The exemptions, the latest first: for whom, from when until when, why, and where it stands. */
export function ExemptionTable(props: Props) {
  const rows = () => props.rows.toSorted((a, b) => Date.parse(b.from) - Date.parse(a.from))
  const stateOf = (row: Row) => exemptionState(row, props.now)
  const stateWords = (row: Row) => {
    const state = stateOf(row)
    return state === 'ended'
      ? t('shares.exemption.ended', { at: moment(row.ended?.at ?? props.now, props.now) })
      : t(`shares.exemption.${state}`)
  }
  const note = (row: Row) => (row.pending ? t('phases.unsent') : row.ended?.reason)
  const columns = (): Column<Row>[] => [
    { key: 'group', head: t('shares.group'), lead: true, cell: (row) => groupName(row.group) },
    {
      key: 'state',
      head: t('shares.exemption.state'),
      phone: 'plain',
      cell: (row) => (
        <StateMark
          state={MARKS[stateOf(row)]}
          hollow={stateOf(row) === 'ahead'}
          label={stateWords(row)}
          note={note(row)}
        />
      ),
    },
    { key: 'from', head: t('shares.exemption.from'), cell: (row) => moment(row.from, props.now) },
    {
      key: 'until',
      head: t('shares.exemption.until'),
      cell: (row) => (row.until === null ? t('shares.exemption.open') : moment(row.until, props.now)),
    },
    { key: 'reason', head: t('shares.exemption.reason'), cell: (row) => row.reason },
    ...(props.onEnd ? [endColumn(stateOf, props.onEnd)] : []),
  ]
  return (
    <div class="phase-register">
      <DataTable
        caption={t('shares.exemptions')}
        columns={columns()}
        rows={rows()}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

const endColumn = (stateOf: (row: Row) => ExemptionState, onEnd: (row: Exemption) => void): Column<Row> => ({
  key: 'end',
  head: t('shares.exemption.end'),
  phone: 'plain',
  cell: (row) => (
    <Show when={stateOf(row) === 'in-force' || stateOf(row) === 'ahead'}>
      <Button onClick={() => onEnd(row)}>{t('shares.exemption.end')}</Button>
    </Show>
  ),
})
