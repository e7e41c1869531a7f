import { type JSX, Show } from 'solid-js'

import type { Person } from '#shared/access/parties.ts'
import type { BoardGroup, BoardLine } from '#shared/transfers/board.ts'
import type { Claim, Transfer } from '#shared/transfers/transfer.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Board, LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { claimWords } from '#web/pieces/matching/claim-line.tsx'
import { actorOrg } from '#web/pieces/rcps-name.ts'

import { TransferActs, TransferAge, TransferBed, TransferCode, TransferRoute } from './transfer-cells.tsx'

type Shown = Transfer & { pending?: true | undefined }
export type Line = BoardLine<Shown> & { group: BoardGroup }
type Props = {
  rows: readonly Line[]
  person: Person
  /** ISO, the server's clock. */
  now: string
  selected: string | undefined
  /** Several groups, one under the other. */
  grouped: boolean
  /** The head of a group. */
  head: (group: BoardGroup) => JSX.Element
  onOpen: (line: Line) => void
}

/** The board's transfers: which, from where to where, who acts, how long already, who took it up. */
export function BoardTable(props: Props) {
  const group = () => ({
    of: (row: Line) => row.group,
    head: (name: string) => props.head(name as BoardGroup),
  })
  return (
    <Board narrow={false}>
      <DataTable
        caption={t('board.caption')}
        columns={columns(props)}
        rows={props.rows}
        rowKey={({ transfer }) => transfer.id}
        selected={props.selected}
        group={props.grouped ? group() : undefined}
        onOpen={props.onOpen}
      />
    </Board>
  )
}

const columns = (props: Props): Column<Line>[] => [
  {
    key: 'code',
    head: t('matching.queue.code'),
    lead: true,
    cell: (row) => (
      <LeadCell beside={<TransferBed transfer={row.transfer} />} lines={<Below {...props} row={row} />}>
        <TransferCode code={row.transfer.code} />
      </LeadCell>
    ),
  },
  {
    ...wideOnly('bed', t('matching.queue.bed')),
    cell: (row) => <TransferBed transfer={row.transfer} />,
  },
  {
    ...wideOnly('route', t('matching.queue.route')),
    cell: (row) => <TransferRoute transfer={row.transfer} />,
  },
  {
    ...wideOnly('acts', t('matching.queue.acts')),
    cell: (row) => <TransferActs transfer={row.transfer} ride={row.ride} now={props.now} mine={row.mine} />,
  },
  {
    key: 'age',
    head: t('matching.queue.age'),
    phone: 'plain',
    cell: (row) => <TransferAge transfer={row.transfer} ride={row.ride} now={props.now} />,
  },
  {
    ...wideOnly('claim', t('matching.queue.claim')),
    cell: (row) => (
      <Show when={row.transfer.claim}>{(claim) => shortClaim(claim(), props.person.id, props.now)}</Show>
    ),
  },
]

/** Under a head that says what it is: who, and since when. */
function shortClaim({ person, role, org, at }: Claim, viewer: string, now: string): string {
  const time = daysBetween(now, at) === 0 ? clock(at) : moment(at, now)
  return person === viewer
    ? t('board.claim.you', { time })
    : t('board.claim.who', { who: actorOrg(role, org), time })
}

type OfRow = Props & { row: Line }

function Below(props: OfRow) {
  return (
    <>
      <TransferRoute transfer={props.row.transfer} />
      <TransferActs
        transfer={props.row.transfer}
        ride={props.row.ride}
        now={props.now}
        mine={props.row.mine}
      />
      <Claimed {...props} />
    </>
  )
}

function Claimed(props: OfRow) {
  return (
    <Show when={props.row.transfer.claim}>
      {(claim) => <span class="lead-cell__note">{claimWords(claim(), props.person.id, props.now)}</span>}
    </Show>
  )
}
