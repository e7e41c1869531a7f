import type { Reservation } from '#shared/beds/reservation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { answerWords } from '#web/pieces/beds/answer-words.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { now } from '#web/state/now.ts'

/** An offer that has ended: the own answer stays, the patient is out of sight. */
export function OwnAnswer(props: { reservation: Reservation }) {
  const row = () => props.reservation
  const facts = () => [
    { term: t('matching.queue.bed'), value: term('bed', row().bed) },
    { term: t('matching.progress.offered'), value: moment(row().offeredAt, now()) },
    ...(row().acknowledgedAt === null
      ? []
      : [{ term: t('matching.progress.seen'), value: moment(row().acknowledgedAt ?? '', now()) }]),
    {
      term: t('matching.offers.outcome'),
      value: <strong>{answerWords(row())}</strong>,
      note: moment(row().since, now()),
    },
  ]
  return (
    <article class="match-detail">
      <PageHead
        back={{ href: '/aanbod', label: t('common.back') }}
        title={t('matching.offers.pastOne', { hospital: hospitalName(row().hospital) })}
      />
      <Facts facts={facts()} />
      <p class="offer-detail__past">{t('matching.offers.pastText')}</p>
    </article>
  )
}
