import { Show } from 'solid-js'

import type { Reservation } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'

import { answerWords } from './answer-words.ts'
import type { Offer } from './offers-groups.ts'
import { hospitalName } from './place-name.ts'
import { term } from './term.ts'
import { TransferAge, TransferBed, TransferCode } from './transfer-cells.tsx'
import { windowWords } from './window-words.ts'

import './offers-table.css'

type Props = {
  caption: string
  rows: readonly Offer[]
  /** ISO, the server's clock. */
  now: string
  selected?: string | undefined
  /** Beside an open offer: fewer columns. */
  narrow: boolean
  /** The viewer answers itself; else the hospital is named. */
  own: boolean
  onOpen: (offer: Offer) => void
}

type Look = { state: State; word: string }

/** What is to be done with an open offer. */
export function offerLook({ acknowledgedAt, counterFrom }: Reservation, own: boolean): Look {
  if (acknowledgedAt === null)
    return { state: own ? 'acts' : 'waiting', word: t('matching.offers.acknowledge') }
  if (counterFrom !== null) return { state: 'waiting', word: t('matching.offers.countered') }
  return { state: own ? 'acts' : 'waiting', word: t('matching.offers.answer') }
}

const code = (props: Props): Column<Offer> => ({
  key: 'code',
  head: t('matching.queue.code'),
  lead: true,
  cell: ({ transfer, reservation }) => (
    <span class="offers-lead">
      <Show when={transfer} fallback={term('bed', reservation.bed)}>
        {(row) => (
          <>
            <TransferCode code={row().code} /> <TransferBed transfer={row()} />
          </>
        )}
      </Show>
      <Show when={!props.own}>
        <span class="offers-lead__to">{hospitalName(reservation.hospital)}</span>
      </Show>
    </span>
  ),
})

const from: Column<Offer>['cell'] = ({ transfer }) => transfer && hospitalName(transfer.from)

/** Offers to answer: what to do, for whom, how long already. */
export function OpenOffers(props: Props) {
  const mark = (offer: Offer) => {
    const look = offerLook(offer.reservation, props.own)
    return <StateMark state={look.state} label={look.word} />
  }
  const columns = (): Column<Offer>[] => [
    code(props),
    { key: 'from', head: t('matching.offers.from'), phone: 'plain', cell: from },
    { key: 'todo', head: t('matching.offers.todo'), phone: 'plain', cell: mark },
    ...(props.narrow
      ? []
      : [
          {
            key: 'ready',
            head: t('matching.offers.ready'),
            cell: ({ transfer }: Offer) => transfer && moment(transfer.readyFrom, props.now),
          },
        ]),
    {
      key: 'age',
      head: t('matching.queue.age'),
      phone: 'plain',
      cell: ({ transfer }) => transfer && <TransferAge transfer={transfer} now={props.now} />,
    },
  ]
  return <Table {...props} columns={columns()} />
}

/** Beds that are kept for patients on their way. */
export function ComingPatients(props: Props) {
  const columns = (): Column<Offer>[] => [
    code(props),
    { key: 'from', head: t('matching.offers.from'), phone: 'plain', cell: from },
    {
      key: 'state',
      head: t('matching.offers.state'),
      phone: 'plain',
      cell: ({ transfer }) => transfer && term('state', transfer.state),
    },
    {
      key: 'window',
      head: t('matching.offers.window'),
      phone: 'plain',
      cell: ({ transfer }) => transfer?.window && windowWords(transfer.window, props.now),
    },
  ]
  return <Table {...props} columns={columns()} />
}

/** The own answers of before: nothing of the patient any more. */
export function PastOffers(props: Props) {
  const columns = (): Column<Offer>[] => [
    {
      key: 'at',
      head: t('matching.offers.when'),
      lead: true,
      cell: ({ reservation }) => moment(reservation.since, props.now),
    },
    {
      key: 'bed',
      head: t('matching.queue.bed'),
      phone: 'plain',
      cell: ({ reservation }) => term('bed', reservation.bed),
    },
    {
      key: 'answer',
      head: t('matching.offers.outcome'),
      phone: 'plain',
      cell: ({ reservation }) => answerWords(reservation),
    },
  ]
  return <Table {...props} columns={columns()} />
}

function Table(props: Props & { columns: Column<Offer>[] }) {
  return (
    <DataTable
      caption={props.caption}
      columns={props.columns}
      rows={props.rows}
      rowKey={({ reservation }) => reservation.id}
      selected={props.selected}
      onOpen={props.onOpen}
    />
  )
}
