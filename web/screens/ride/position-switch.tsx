import { createEffect, Show } from 'solid-js'

import { hasPosition } from '#shared/rides/position.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Toggle } from '#web/parts/toggle.tsx'
import { endTelling, startTelling, stopTelling, telling } from '#web/state/position-tell.ts'
import { me } from '#web/state/session.ts'

import './position-switch.css'

/** Off until who drives turns it on, for this ride; with plain words of who sees it and for how long. */
export function PositionSwitch(props: { ride: Ride }) {
  const mayTell = () => 'geolocation' in navigator && hasPosition(props.ride) && props.ride.crew === me().id
  const said = () => {
    const now = telling()
    return now?.transfer === props.ride.transfer ? now : undefined
  }
  createEffect(() => {
    if (said() !== undefined && !mayTell()) endTelling()
  })
  const isOn = () => said() !== undefined && said()?.state !== 'stopping'
  return (
    <Show when={mayTell() || said()}>
      <div class="position-switch">
        <Toggle
          label={t('crew.position.label')}
          hint={t('crew.position.hint')}
          value={isOn()}
          onChange={(on) => (on ? startTelling(props.ride.transfer) : stopTelling())}
        />
        <p class="position-switch__said" role="status">
          {words()}
        </p>
      </div>
    </Show>
  )

  function words(): string {
    const now = said()
    if (now === undefined) return ''
    if (now.state === 'on')
      return now.unsent || now.sentAt === undefined
        ? t('crew.position.unsent')
        : t('crew.position.on', { time: clock(now.sentAt) })
    return t(`crew.position.${now.state}`)
  }
}
