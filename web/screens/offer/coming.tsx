import { Show } from 'solid-js'

import { guardRide } from '#shared/access/guard.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { etaAtDestination } from '#shared/rides/eta.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { rideSteps } from '#shared/rides/ride-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { answerWords } from '#web/pieces/beds/answer-words.ts'
import { vehicleName } from '#web/pieces/place-name.ts'
import { etaDelay, etaSource, etaTime } from '#web/pieces/rides/eta-words.ts'
import { positionFact } from '#web/pieces/rides/position-fact.tsx'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/transport/window-words.ts'
import { now } from '#web/state/now.ts'
import { createPosition } from '#web/state/position-of.ts'
import { createRide } from '#web/state/rides.ts'
import { me } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'

const expected = (ride: Ride | null | undefined) => {
  const eta = ride ? etaAtDestination(ride, now()) : null
  if (!ride || eta === null) return []
  const note = [vehicleName(ride.vehicle), etaSource(eta), etaDelay(eta, now())].filter(Boolean).join(' · ')
  return [{ term: t('crew.eta.title'), value: <strong>{etaTime(eta, now())}</strong>, note }]
}

/** A confirmed bed: kept for this patient, from when the ride may come. */
export function Coming(props: { reservation: Reservation; transfer: Transfer; acting: Acting }) {
  const ride = createRide(() => props.transfer.ride)
  const position = createPosition(
    () => props.transfer,
    () => ride() ?? null,
  )
  const where = () => {
    const row = ride()
    return row ? positionFact(row, position(), now()) : []
  }
  /** The crew reports its arrival; where it did not, the hospital may. */
  const mayArrive = () =>
    !('refused' in guardRide(ride() ?? null, props.transfer, me(), rideSteps['ride.arrive']))
  const arrive = () => props.acting.run('ride.arrive', { ride: props.transfer.ride ?? '' })
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
    ...expected(ride()),
    ...where(),
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
      side={<a href={`/aanvragen/${props.transfer.id}`}>{t('matching.whole')}</a>}
    >
      <Facts facts={facts()} />
      <Show when={mayArrive()}>
        <ActionBar>
          <Button
            variant="primary"
            busy={props.acting.busy() || props.acting.isUnderWay('ride.arrive')}
            onClick={() => void arrive()}
          >
            {t('matching.offers.arrived')}
          </Button>
        </ActionBar>
      </Show>
    </Section>
  )
}
