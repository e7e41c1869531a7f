import type { Reservation } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { term } from '#web/pieces/term.ts'

type Props = {
  reservation: Reservation
  readyFrom: string
  /** ISO, the server's clock. */
  now: string
}

/** How far a hospital is with its answer: asked, seen, another time. */
export function OfferProgress(props: Props) {
  const row = () => props.reservation
  const seen = () => {
    const at = row().acknowledgedAt
    return at === null
      ? { value: <StateMark state="waiting" label={t('matching.progress.notSeen')} /> }
      : { value: <StateMark state="done" label={moment(at, props.now)} /> }
  }
  const facts = () => {
    const { counterFrom, acceptedBy, needs } = row()
    return [
      {
        term: t('matching.progress.offered'),
        value: moment(row().offeredAt, props.now),
        ...(row().directed ? { note: t('matching.progress.directed') } : {}),
      },
      { term: t('matching.progress.seen'), ...seen() },
      ...(counterFrom === null
        ? []
        : [
            {
              term: t('matching.progress.counter'),
              value: <strong>{moment(counterFrom, props.now)}</strong>,
              note: t('matching.progress.asked', { time: moment(props.readyFrom, props.now) }),
            },
          ]),
      ...(acceptedBy === null ? [] : [{ term: t('matching.progress.acceptedBy'), value: acceptedBy }]),
      ...(needs.length === 0
        ? []
        : [
            {
              term: t('matching.progress.needs'),
              value: needs.map((need) => term('need', need)).join(' · '),
            },
          ]),
    ]
  }
  return <Facts facts={facts()} />
}
