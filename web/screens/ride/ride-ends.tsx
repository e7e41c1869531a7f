import { ESCORT_REFUSALS, RIDE_DECLINES } from '#shared/rides/ride.ts'
import { t } from '#web/i18n/t.ts'
import { RideReason } from '#web/pieces/rides/ride-reason.tsx'

import type { RideActs } from './ride-acts.ts'

type Props = { open: boolean; acts: RideActs; onClose: () => void }

/** The crew does not take the ride. */
export function DeclineRide(props: Props) {
  const decline = async (said: Parameters<RideActs['decline']>[0]) => {
    await props.acts.decline(said)
    props.onClose()
  }
  return (
    <RideReason
      open={props.open}
      title={t('crew.decline.title')}
      text={t('crew.decline.text')}
      reasons={RIDE_DECLINES}
      submit={t('crew.decline.do')}
      onSubmit={(said) => void decline(said)}
      onClose={props.onClose}
    />
  )
}

/** Begeleid vervoer: the accompanying doctor does not go along. */
export function RefuseEscort(props: Props) {
  const refuse = async (said: Parameters<RideActs['refuseEscort']>[0]) => {
    await props.acts.refuseEscort(said)
    props.onClose()
  }
  return (
    <RideReason
      open={props.open}
      title={t('crew.escort.title')}
      text={t('crew.escort.text')}
      reasons={ESCORT_REFUSALS}
      submit={t('crew.escort.do')}
      onSubmit={(said) => void refuse(said)}
      onClose={props.onClose}
    />
  )
}
