import type { Ride } from '#shared/rides/ride.ts'
import { t } from '#web/i18n/t.ts'
import { Timeline } from '#web/parts/timeline.tsx'

import { rideTimeline } from './ride-timeline.ts'

/** The steps of a ride: done with their times, the next one, and what is still to come. */
export function RideSteps(props: { ride: Ride; now: string }) {
  return <Timeline label={t('rides.steps')} steps={rideTimeline(props.ride, props.now)} />
}
