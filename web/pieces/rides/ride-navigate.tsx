import { Show } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { placeOnLine } from '#shared/rides/ride-steps.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'

/** Opens the phone's own map at where the ride goes next. The address holds a hospital, nothing of the patient. */
export function RideNavigate(props: { ride: Ride }) {
  const place = () => {
    const at = placeOnLine(props.ride.state)
    if (at < 0 || at >= placeOnLine('at-destination')) return undefined
    if (at < placeOnLine('at-origin')) return hospital(props.ride.from)
    return props.ride.abroad ?? hospital(props.ride.to)
  }
  return (
    <Show when={place()}>
      {(to) => (
        <LinkButton wide icon="map" href={geoOf(to())}>
          {t('crew.navigate', { place: shortOf(to()) })}
        </LinkButton>
      )}
    </Show>
  )
}

const shortOf = (place: { name: string; short?: string }): string => place.short ?? place.name

const geoOf = ({ lat, lon, name }: { lat: number; lon: number; name: string }): string =>
  `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`
