import { Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import { placeOnLine } from '#shared/rides/ride-steps.ts'
import type { Contacts } from '#shared/transfers/contacts.ts'
import { t } from '#web/i18n/t.ts'

import './ride-place.css'

/** Where the crew goes in next: ward and entrance, as the hospital says. Nothing where nobody said. */
export function RidePlace(props: { ride: Ride; contacts: Contacts | null | undefined }) {
  const isToOrigin = () => placeOnLine(props.ride.state) < placeOnLine('departed')
  const place = () => (isToOrigin() ? props.contacts?.pickUp : props.contacts?.bringTo)
  return (
    <Show when={props.ride.state !== 'aborted' && place()}>
      {(words) => (
        <p class="ride-place">
          <span class="ride-place__what">{t(isToOrigin() ? 'crew.place.from' : 'crew.place.to')}</span>{' '}
          <strong>{words()}</strong>
        </p>
      )}
    </Show>
  )
}
