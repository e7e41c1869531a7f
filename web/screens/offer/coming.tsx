import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { answerWords } from '#web/pieces/answer-words.ts'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/window-words.ts'
import { now } from '#web/state/now.ts'

/** A confirmed bed: kept for this patient, from when the ride may come. */
export function Coming(props: { reservation: Reservation; transfer: Transfer }) {
  const row = () => props.reservation
  const facts = () => [
    {
      term: t('matching.offers.outcome'),
      value: <strong>{answerWords(row())}</strong>,
      ...(row().usesBoss ? { note: t('matching.why.boss') } : {}),
    },
    ...(row().confirmedAt === null
      ? []
      : [{ term: t('matching.offers.confirmedAt'), value: moment(row().confirmedAt ?? '', now()) }]),
    ...(props.transfer.window === null
      ? []
      : [{ term: t('matching.offers.window'), value: windowWords(props.transfer.window, now()) }]),
    ...(row().acceptedBy === null
      ? []
      : [{ term: t('matching.progress.acceptedBy'), value: row().acceptedBy }]),
    ...(row().needs.length === 0
      ? []
      : [
          {
            term: t('matching.progress.needs'),
            value: row()
              .needs.map((need) => term('need', need))
              .join(' · '),
          },
        ]),
  ]
  return (
    <Section
      title={t('matching.offers.kept')}
      side={<LinkButton href={`/aanvragen/${props.transfer.id}`}>{t('matching.whole')}</LinkButton>}
    >
      <Facts facts={facts()} />
    </Section>
  )
}
