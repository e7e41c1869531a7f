import { type JSX, Show } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { Board, LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { rideLook, rideSince } from '#web/pieces/rides/ride-look.ts'
import { term } from '#web/pieces/term.ts'
import {
  TransferActs,
  TransferAge,
  TransferBed,
  TransferCode,
  TransferRoute,
} from '#web/pieces/transfers/transfer-cells.tsx'

import type { Move } from './transport-groups.ts'
import { windowWords } from './window-words.ts'

import './moves-table.css'

export type MovesProps = {
  caption: string
  rows: readonly Move[]
  /** ISO, the server's clock. */
  now: string
  selected?: string | undefined
  /** Beside an open move: fewer columns. */
  narrow: boolean
  /** It is this person's turn. */
  mine: boolean
  onOpen: (move: Move) => void
}

type Cell = (move: Move) => JSX.Element

const route: Cell = ({ transfer, ride }) =>
  transfer && (
    <TransferRoute transfer={ride === null ? transfer : { ...transfer, from: ride.from, to: ride.to }} />
  )
const bed: Cell = ({ transfer }) => transfer && <TransferBed transfer={transfer} />

const lead = (lines: Cell): Column<Move> => ({
  key: 'code',
  head: t('transport.column.code'),
  lead: true,
  cell: (move) => (
    <LeadCell
      beside={bed(move)}
      lines={
        <>
          {route(move)}
          {lines(move)}
        </>
      }
    >
      <Show when={move.transfer} fallback={t('transport.rideOnly')}>
        {(transfer) => <TransferCode code={transfer().code} />}
      </Show>
    </LeadCell>
  ),
})

const common = (): Column<Move>[] => [
  { ...wideOnly('bed', t('transport.column.bed')), cell: bed },
  { ...wideOnly('route', t('transport.column.route')), cell: route },
]

/** Moves without a ride: whose turn it is, how long already, and when they may drive. */
export function WaitingMoves(props: MovesProps) {
  const acts: Cell = ({ transfer }) =>
    transfer && <TransferActs transfer={transfer} now={props.now} mine={props.mine} />
  const drives: Cell = ({ transfer }) =>
    transfer?.window && <span class="moves-table__window">{windowWords(transfer.window, props.now)}</span>
  const both: Cell = (move) => (
    <>
      {acts(move)}
      {drives(move)}
    </>
  )
  const age = (): Column<Move> => ({
    key: 'age',
    head: t('transport.column.age'),
    phone: 'plain',
    cell: ({ transfer }) => transfer && <TransferAge transfer={transfer} now={props.now} />,
  })
  const columns = (): Column<Move>[] =>
    props.narrow
      ? [lead(both), age()]
      : [
          lead(both),
          ...common(),
          { ...wideOnly('acts', t('transport.column.acts')), cell: acts },
          { ...wideOnly('window', t('transport.column.window')), cell: drives },
          age(),
        ]
  return <Table {...props} columns={columns()} />
}

/** Rides: where each stands, since when, and what drives. */
export function RidesTable(props: MovesProps) {
  const state: Cell = ({ transfer, ride }) =>
    ride && (
      <Show
        when={transfer?.state === 'on-hold'}
        fallback={
          <StateMark
            state={rideLook(ride.state)}
            label={term('ride', ride.state)}
            note={ride.pending ? t('transfers.pending.short') : undefined}
          />
        }
      >
        <StateMark state="stopped" label={term('state', 'on-hold')} />
      </Show>
    )
  const vehicle: Cell = ({ ride }) => ride && vehicleName(ride.vehicle)
  const both: Cell = (move) => (
    <>
      {state(move)}
      <span class="moves-table__window">{vehicle(move)}</span>
    </>
  )
  const time = (): Column<Move> => ({
    key: 'time',
    head: t('transport.column.time'),
    phone: 'plain',
    cell: (move) => <RideTime move={move} now={props.now} />,
  })
  const columns = (): Column<Move>[] =>
    props.narrow
      ? [lead(both), time()]
      : [
          lead(both),
          ...common(),
          { ...wideOnly('state', t('transport.column.state')), cell: state },
          { ...wideOnly('vehicle', t('transport.column.vehicle')), cell: vehicle },
          time(),
        ]
  return <Table {...props} columns={columns()} />
}

/** Since when it stands there; of a planned one when it departs, or should have. */
function RideTime(props: { move: Move; now: string }) {
  const words = () => {
    const { ride } = props.move
    if (ride === null) return ''
    const since = rideSince(ride)
    if (since !== null) return t('transport.line.since', { at: moment(since, props.now) })
    const at = moment(ride.departAt, props.now)
    return t(isOverdue(props) ? 'transport.line.overdue' : 'transport.line.departs', { at })
  }
  return (
    <span class="moves-table__time" data-state={isOverdue(props) ? 'stopped' : undefined}>
      {words()}
    </span>
  )
}

const isOverdue = ({ move: { ride }, now }: { move: Move; now: string }): boolean =>
  ride !== null && rideSince(ride) === null && ride.departAt < now

function Table(props: MovesProps & { columns: Column<Move>[] }) {
  return (
    <Board narrow={props.narrow}>
      <div class="moves-table" classList={{ 'moves-table--wide': !props.narrow }}>
        <DataTable
          caption={props.caption}
          columns={props.columns}
          rows={props.rows}
          rowKey={({ id }) => id}
          selected={props.selected}
          onOpen={props.onOpen}
        />
      </div>
    </Board>
  )
}
