import { greatCircleKm } from '#shared/matching/distance.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import type { ShownPosition } from '#shared/rides/position.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { placeOnLine } from '#shared/rides/ride-steps.ts'
import { age, kilometres } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { hospitalName } from '#web/pieces/place-name.ts'

/** How far from where it drives to, as the crow flies, and how old that is: never one without the other. */
export function positionFact(ride: Ride, position: ShownPosition | null, now: string) {
  if (position === null) return []
  const to = placeOnLine(ride.state) < placeOnLine('at-origin') ? ride.from : ride.to
  const place = hospital(to)
  const at = `${position.lat},${position.lon}`
  const far = place
    ? t('crew.position.far', { km: kilometres(greatCircleKm(position, place)), place: hospitalName(to) })
    : at
  return [
    {
      term: t('crew.position.term'),
      value: <a href={`geo:${at}?q=${at}`}>{far}</a>,
      note: t('crew.position.note', { age: age(position.at, now) }),
    },
  ]
}
