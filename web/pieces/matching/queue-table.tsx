import { Show } from 'solid-js'

import type { Person } from '#shared/access/parties.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Board, LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import {
  TransferActs,
  TransferAge,
  TransferBed,
  TransferCode,
  TransferRoute,
} from '#web/pieces/transfers/transfer-cells.tsx'

import { claimWords } from './claim-line.tsx'

type Row = Transfer & { pending?: true | undefined }
type Props = {
  caption: string
  rows: readonly Row[]
  person: Person
  /** ISO, the server's clock. */
  now: string
  selected?: string | undefined
  /** Beside an open match: fewer columns. */
  narrow: boolean
  mayClaim: (transfer: Transfer) => boolean
  onClaim: (transfer: Transfer) => void
  onOpen: (transfer: Transfer) => void
}

/** The transfers that wait, the one that presses most first. */
export function QueueTable(props: Props) {
  const mine = (row: Row) => isMyTurn(actsNow(row, null), props.person.memberships)
  const columns = (): Column<Row>[] =>
    props.narrow
      ? [codeColumn(props, mine), ageColumn(props)]
      : [
          codeColumn(props, mine),
          { ...wideOnly('bed', t('matching.queue.bed')), cell: (row) => <TransferBed transfer={row} /> },
          { ...wideOnly('route', t('matching.queue.route')), cell: (row) => <Way transfer={row} /> },
          {
            ...wideOnly('acts', t('matching.queue.acts')),
            cell: (row) => <TransferActs transfer={row} now={props.now} mine={mine(row)} />,
          },
          ageColumn(props),
          {
            ...wideOnly('claim', t('matching.queue.claim')),
            cell: (row) => <Claimed {...props} row={row} />,
          },
        ]
  return (
    <Board narrow={props.narrow}>
      <DataTable
        caption={props.caption}
        columns={columns()}
        rows={props.rows}
        rowKey={(row) => row.id}
        selected={props.selected}
        onOpen={props.onOpen}
      />
    </Board>
  )
}

const codeColumn = (props: Props, mine: (row: Row) => boolean): Column<Row> => ({
  key: 'code',
  head: t('matching.queue.code'),
  lead: true,
  cell: (row) => (
    <LeadCell
      beside={<TransferBed transfer={row} />}
      lines={
        <>
          <Way transfer={row} />
          <TransferActs transfer={row} now={props.now} mine={mine(row)} />
          <Show when={row.claim}>
            {(claim) => (
              <span class="lead-cell__note">{claimWords(claim(), props.person.id, props.now)}</span>
            )}
          </Show>
        </>
      }
    >
      <TransferCode code={row.code} />
    </LeadCell>
  ),
})

const ageColumn = (props: Props): Column<Row> => ({
  key: 'age',
  head: t('matching.queue.age'),
  phone: 'plain',
  cell: (row) => <TransferAge transfer={row} now={props.now} />,
})

/** From where, and to whom it is offered. */
function Way(props: { transfer: Transfer }) {
  return (
    <Show when={props.transfer.to} fallback={<span>{hospitalName(props.transfer.from)}</span>}>
      <TransferRoute transfer={props.transfer} />
    </Show>
  )
}

function Claimed(props: Props & { row: Row }) {
  return (
    <Show
      when={props.row.claim}
      fallback={
        <Show when={props.mayClaim(props.row)}>
          <Button onClick={() => props.onClaim(props.row)}>{t('matching.claim.take')}</Button>
        </Show>
      }
    >
      {(claim) => <span class="lead-cell__note">{claimWords(claim(), props.person.id, props.now)}</span>}
    </Show>
  )
}
