import type { Ride } from '#shared/rides/ride.ts'
import type { Event } from '#shared/wire/event.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

/** These tell more than the change of the transfer that came with them. */
export const RIDE_LEADS: readonly string[] = ['ride.declined', 'ride.escort-refused', 'ride.handed-on']

/** What a crew told of its ride, in words: to whom it went on, when it will be there, what happened. */
export function rideDetail({ name, data }: Pick<Event, 'name' | 'data'>): string | undefined {
  const { vehicle, legs, eta, incidents, notes } = data as Partial<Ride>
  switch (name) {
    case 'ride.handed-on': {
      const reason = legs?.at(-1)?.reason
      return [vehicle && t('crew.onto', { vehicle: vehicleName(vehicle) }), reason && term('hand-on', reason)]
        .filter(Boolean)
        .join(' · ')
    }
    case 'ride.expected':
      return eta && t(`crew.eta.told.${eta.place}`, { time: clock(eta.at) })
    case 'ride.incident':
      return incidents && term('incident', incidents.at(-1)?.incident ?? '')
    case 'ride.noted':
      return notes && term('note', notes.at(-1)?.note ?? '')
    default:
      return undefined
  }
}
