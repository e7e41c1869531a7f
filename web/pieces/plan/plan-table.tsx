import { Show } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import { showCode } from '#shared/transfers/transfer.ts'
import type { PlanRow } from '#shared/wire/plans.ts'
import { kilometres } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import type { PlanOutcome } from './plan-outcome.ts'
import { whyHere } from './plan-words.ts'

import './plan-table.css'

type Props = {
  rows: readonly PlanRow[]
  outcome: (row: PlanRow) => PlanOutcome
  chosen: (row: PlanRow) => boolean
  /** The region a patient was named for, where the plan sends it to another. */
  wanted?: ((row: PlanRow) => string | undefined) | undefined
  onChoose: ((row: PlanRow, on: boolean) => void) | undefined
}

const regionOf = (id: string | null): string => hospital(id ?? '')?.region ?? ''
const wayOf = ({ from, hospital: to }: PlanRow): string => `${regionOf(from)} ${regionOf(to)}`

/** Assignments by the way they go, from region to region, each way with how many. */
export const byWay = (rows: readonly PlanRow[]): PlanRow[] =>
  [...rows].sort(
    (a, b) =>
      wayOf(a).localeCompare(wayOf(b)) ||
      Number(b.kind === 'urgent') - Number(a.kind === 'urgent') ||
      a.code.localeCompare(b.code),
  )

/** The plan's assignments: who goes where, why there, and how far the offer is. */
export function PlanTable(props: Props) {
  const count = (way: string) => props.rows.filter((row) => wayOf(row) === way).length
  const head = (way: string) => {
    const [from = '', to = ''] = way.split(' ')
    return t('plan.way', { from: regionName(from), to: regionName(to), count: count(way) })
  }
  return (
    <div class="plan-table">
      <DataTable
        caption={t('plan.assignments')}
        rows={byWay(props.rows)}
        rowKey={(row) => row.transfer}
        group={{ of: wayOf, head }}
        columns={columns(props)}
      />
    </div>
  )
}

const columns = (props: Props): Column<PlanRow>[] => [
  {
    key: 'code',
    head: t('plan.col.request'),
    cell: (row) => (
      <LeadCell
        beside={<Kind row={row} />}
        lines={<Below row={row} outcome={props.outcome(row)} wanted={props.wanted?.(row)} />}
      >
        <Lead row={row} {...props} />
      </LeadCell>
    ),
    lead: true,
  },
  { ...wideOnly('kind', t('plan.col.kind')), cell: (row) => <Kind row={row} /> },
  { ...wideOnly('from', t('plan.col.from')), cell: (row) => hospitalName(row.from) },
  { ...wideOnly('to', t('plan.col.to')), cell: (row) => <strong>{hospitalName(row.hospital ?? '')}</strong> },
  { ...wideOnly('distance', t('plan.col.distance')), cell: farOf, end: true },
  { ...wideOnly('why', t('plan.col.why')), cell: (row) => <Why row={row} wanted={props.wanted?.(row)} /> },
  { ...wideOnly('state', t('plan.col.state')), cell: (row) => <How outcome={props.outcome(row)} /> },
]

const farOf = ({ distanceKm }: PlanRow): string => (distanceKm === null ? '' : kilometres(distanceKm))

const Kind = (props: { row: PlanRow }) => (
  <span data-urgent={props.row.kind === 'urgent'}>{term('kind', props.row.kind)}</span>
)

/** On a phone: all of it, line by line under the code. */
function Below(props: { row: PlanRow; outcome: PlanOutcome; wanted: string | undefined }) {
  return (
    <>
      <span>
        {hospitalName(props.row.from)} → <strong>{hospitalName(props.row.hospital ?? '')}</strong>
        {` · ${farOf(props.row)}`}
      </span>
      <Why row={props.row} wanted={props.wanted} />
      <How outcome={props.outcome} />
    </>
  )
}

function Lead(props: Props & { row: PlanRow }) {
  const code = () => showCode(props.row.code)
  return (
    <Show when={props.onChoose && props.outcome(props.row).mayOffer} fallback={<Code row={props.row} />}>
      <label class="plan-table__pick">
        <input
          type="checkbox"
          checked={props.chosen(props.row)}
          aria-label={t('plan.choose', { code: code(), hospital: hospitalName(props.row.hospital ?? '') })}
          onChange={(event) => props.onChoose?.(props.row, event.currentTarget.checked)}
        />
        <span>{code()}</span>
      </label>
    </Show>
  )
}

const Code = (props: { row: PlanRow }) => (
  <a class="plan-table__code" href={`/matchen/${props.row.transfer}`}>
    {showCode(props.row.code)}
  </a>
)

function Why(props: { row: PlanRow; wanted: string | undefined }) {
  const was = () => (props.row.change === 'moved' && props.row.was ? hospitalName(props.row.was) : undefined)
  return (
    <span class="plan-table__why">
      {whyHere(props.row)}
      <Show when={was()}>
        {(name) => <span class="plan-table__was">{t('plan.was', { hospital: name() })}</span>}
      </Show>
      <Show when={props.wanted}>
        {(region) => (
          <span class="plan-table__was">{t('plan.wishes.row', { region: regionName(region()) })}</span>
        )}
      </Show>
    </span>
  )
}

const How = (props: { outcome: PlanOutcome }) => (
  <StateMark
    state={props.outcome.state}
    label={props.outcome.label}
    note={props.outcome.note}
    hollow={props.outcome.mayOffer}
  />
)
