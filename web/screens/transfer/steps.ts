import { guardReservation, guardRide } from '#shared/access/guard.ts'
import { type ReservationCommand, reservationSteps } from '#shared/beds/reservation-steps.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import type { ActsNow } from '#shared/transfers/acts-now.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { rideSteps } from '#shared/rides/ride-steps.ts'
import { isWithPatient, type Transfer } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { leadsSomewhere } from '#web/routes.ts'
import { now } from '#web/state/now.ts'
import { me, myRoles } from '#web/state/session.ts'
import { mayTake } from '#web/screens/match/may-take.ts'

/** What can be done here. Everything else of a transfer is done on the screen of whose turn it is. */
export const STEPS = [
  'reservation.accept-counter',
  'transfer.resume',
  'transfer.close',
  'ride.arrive',
  'transfer.hold',
  'transfer.hand-back',
  'reservation.retract',
  'transfer.solve-elsewhere',
  'transfer.withdraw',
  'transfer.decease',
] as const
export type Step = (typeof STEPS)[number]

type Facts = { transfer: Transfer; reservation: Reservation | null; ride: Ride | null; acts: ActsNow }

const mayAnswer = ({ transfer, reservation }: Facts, step: ReservationCommand): boolean =>
  !('refused' in guardReservation(reservation, transfer, me(), reservationSteps[step]))

function may(facts: Facts, step: Step): boolean {
  const { transfer, reservation } = facts
  switch (step) {
    case 'reservation.accept-counter':
      return reservation?.counterFrom != null && mayAnswer(facts, step)
    case 'reservation.retract':
      // A referrer takes back only what it asked itself (decide-reservation).
      return (
        mayAnswer(facts, step) &&
        (reservation?.directed === true || myRoles().some((role) => role === 'rcps' || role === 'lcps'))
      )
    case 'ride.arrive':
      return !('refused' in guardRide(facts.ride, transfer, me(), rideSteps[step]))
    case 'transfer.hand-back':
      return transfer.level === 'national' && mayTake(transfer, step)
    case 'transfer.decease':
      return mayTake(transfer, step) && myRoles().some((role) => isWithPatient(role, transfer))
    default:
      return mayTake(transfer, step)
  }
}

/** The steps this person may take now, the most likely first. */
export const stepsFor = (facts: Facts): Step[] => STEPS.filter((step) => may(facts, step))

const ON_TOP: readonly Step[] = ['reservation.accept-counter', 'transfer.resume', 'transfer.close']

/** The one that stands out, where there is one. */
export const primaryOf = (steps: readonly Step[]): Step | undefined =>
  ON_TOP.find((step) => steps.includes(step))

export type Way = { href: string; label: string }

/** Where this person's turn is taken, when it is taken on another screen. */
export function wayOn({ transfer, acts }: Facts): Way | undefined {
  const ways = isMyTurn(acts, me().memberships) ? turnWays(transfer, acts) : []
  if (mayTake(transfer, 'transfer.direct') && isDirectable(transfer))
    ways.push({ href: `/matchen/${transfer.id}`, label: t('transfers.way.direct') })
  if (transfer.state === 'rejected' && isReferrerAt(transfer.from))
    ways.push({ href: `/aanvraag?vanaf=${transfer.id}`, label: t('transfers.way.refile') })
  if (mayReturn(transfer))
    ways.push({
      href: `/aanvraag?terug=${transfer.id}`,
      label: t('transfers.way.return', { to: hospitalName(transfer.from) }),
    })
  return ways.find(({ href }) => leadsSomewhere(href.split('?')[0] ?? href, myRoles()))
}

const isDirectable = ({ purpose }: Transfer): boolean => purpose === 'specialist-care' || purpose === 'return'

/** Who has the patient now files the way back; its clinical part is another day's. */
const mayReturn = ({ state, purpose, to }: Transfer): boolean =>
  (state === 'arrived' || state === 'closed') && purpose !== 'return' && to !== null && isReferrerAt(to)

const isReferrerAt = (hospital: string): boolean =>
  me().memberships.some(
    ({ role, org }) => (role === 'intensivist' || role === 'ward-staff') && org === hospital,
  )

function turnWays(transfer: Transfer, acts: ActsNow): Way[] {
  switch (acts.act) {
    case 'verify':
      return [{ href: `/matchen/${transfer.id}`, label: t('transfers.way.verify') }]
    case 'match':
      return [{ href: `/matchen/${transfer.id}`, label: t('transfers.way.match') }]
    case 'acknowledge':
    case 'confirm':
      return [
        {
          href: acts.who === 'lcps' ? `/matchen/${transfer.id}` : `/aanbod/${transfer.reservation}`,
          label: t('transfers.way.answer'),
        },
      ]
    case 'plan':
      return [{ href: `/vervoer/${transfer.id}`, label: t('transfers.way.plan') }]
    default:
      return acts.who === 'crew' ? [{ href: `/rit/${transfer.ride}`, label: t('transfers.way.ride') }] : []
  }
}

/** "Neem 16:30 aan" */
export const stepLabel = (step: Step, reservation: Reservation | null): string =>
  step === 'reservation.accept-counter'
    ? t('transfers.step.reservation.accept-counter', {
        time: reservation?.counterFrom ? moment(reservation.counterFrom, now()) : '',
      })
    : t(`transfers.step.${step}`)
