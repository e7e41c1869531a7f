import { type JSX, Show } from 'solid-js'

import type { Reservation } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'
import { Board, LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { TransferAge, TransferBed, TransferCode } from '#web/pieces/transfers/transfer-cells.tsx'
import { windowWords } from '#web/pieces/transport/window-words.ts'

import { answerWords } from './answer-words.ts'
import type { Offer } from './offers-groups.ts'

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

/** What is to be done with an open offer; for who looks along, how far the hospital is. */
export function offerLook({ acknowledgedAt, counterFrom }: Reservation, own: boolean): Look {
  if (counterFrom !== null) return { state: 'waiting', word: t('matching.offers.countered') }
  if (!own)
    return {
      state: 'waiting',
      word: t(acknowledgedAt === null ? 'matching.offers.unseen' : 'matching.offers.seen'),
    }
  return {
    state: 'acts',
    word: t(acknowledgedAt === null ? 'matching.offers.acknowledge' : 'matching.offers.answer'),
  }
}

type Lines = (offer: Offer) => JSX.Element

/** Code and bed; without a transfer in sight only the bed. Lines follow where the other columns are gone. */
const lead = (props: Props, lines: Lines): Column<Offer> => ({
  key: 'code',
  head: t('matching.queue.code'),
  lead: true,
  cell: (offer) => (
    <Show when={offer.transfer} fallback={term('bed', offer.reservation.bed)}>
      {(row) => (
        <LeadCell
          beside={<TransferBed transfer={row()} />}
          lines={
            <>
              <span>{hospitalName(row().from)}</span>
              <Show when={!props.own}>
                <span>
                  {t('matching.offers.for', { hospital: hospitalName(offer.reservation.hospital) })}
                </span>
              </Show>
              {lines(offer)}
            </>
          }
        >
          <TransferCode code={row().code} />
        </LeadCell>
      )}
    </Show>
  ),
})

const bed = (): Column<Offer> => ({
  ...wideOnly('bed', t('matching.queue.bed')),
  cell: ({ transfer }) => transfer && <TransferBed transfer={transfer} />,
})
const from = (): Column<Offer> => ({
  ...wideOnly('from', t('matching.offers.from')),
  cell: ({ transfer }) => transfer && hospitalName(transfer.from),
})
const to = (): Column<Offer> => ({
  ...wideOnly('to', t('matching.offers.to')),
  cell: ({ reservation }) => hospitalName(reservation.hospital),
})

const age = (props: Props): Column<Offer> => ({
  key: 'age',
  head: t('matching.queue.age'),
  phone: 'plain',
  cell: ({ transfer }) => transfer && <TransferAge transfer={transfer} now={props.now} />,
})

/** Offers to answer: what to do, for whom, how long already. */
export function OpenOffers(props: Props) {
  const mark: Lines = ({ reservation }) => {
    const look = offerLook(reservation, props.own)
    return <StateMark state={look.state} label={look.word} />
  }
  const columns = (): Column<Offer>[] =>
    props.narrow
      ? [lead(props, mark), age(props)]
      : [
          lead(props, mark),
          bed(),
          from(),
          ...(props.own ? [] : [to()]),
          { ...wideOnly('todo', t('matching.offers.todo')), cell: mark },
          {
            ...wideOnly('ready', t('matching.offers.ready')),
            cell: ({ transfer }) => transfer && moment(transfer.readyFrom, props.now),
          },
          age(props),
        ]
  return <Table {...props} columns={columns()} />
}

/** Beds that are kept for patients on their way. */
export function ComingPatients(props: Props) {
  const state: Lines = ({ transfer }) => transfer && <span>{term('state', transfer.state)}</span>
  const drives: Lines = ({ transfer }) =>
    transfer?.window && <span>{windowWords(transfer.window, props.now)}</span>
  const both: Lines = (offer) => (
    <>
      {state(offer)}
      {drives(offer)}
    </>
  )
  const columns = (): Column<Offer>[] =>
    props.narrow
      ? [lead(props, both)]
      : [
          lead(props, both),
          bed(),
          from(),
          ...(props.own ? [] : [to()]),
          { ...wideOnly('state', t('matching.offers.state')), cell: state },
          { ...wideOnly('window', t('matching.offers.window')), cell: drives },
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
    <Board narrow={props.narrow}>
      <DataTable
        caption={props.caption}
        columns={props.columns}
        rows={props.rows}
        rowKey={({ reservation }) => reservation.id}
        selected={props.selected}
        onOpen={props.onOpen}
      />
    </Board>
  )
}
