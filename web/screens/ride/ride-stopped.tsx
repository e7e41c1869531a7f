import { Match, Switch } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { hasRole, me, myOrgs } from '#web/state/session.ts'

/** A crew's ride that went on to another vehicle. */
export const isHandedOn = ({ vehicle, legs = [] }: Ride): boolean =>
  !myOrgs('crew').includes(vehicle) && legs.some((leg) => myOrgs('crew').includes(leg.vehicle))

/** Handed on, and nobody of this vehicle took it yet. */
export const waitsForCrew = ({ state, crew, legs = [] }: Ride): boolean =>
  crew === null && legs.length > 0 && state !== 'planned'

/** Why there is no big button, where that is not plain. */
export function RideStopped(props: { ride: Ride; onHold: boolean }) {
  const last = () => props.ride.legs?.at(-1)
  const why = () => {
    const { refusal, abortReason } = props.ride
    if (refusal) return term('ride-refusal', refusal)
    return abortReason ? term('abort', abortReason) : t('rides.abortedText')
  }
  return (
    <Switch>
      <Match when={props.ride.state === 'aborted'}>
        <Notice kind="stop" live="assertive" title={t('rides.aborted')}>
          {why()}
        </Notice>
      </Match>
      <Match when={props.ride.state === 'available'}>
        <Notice kind="done" title={t('rides.finished')}>
          {t('rides.finishedText')}
        </Notice>
      </Match>
      <Match when={isHandedOn(props.ride)}>
        <Notice
          kind="done"
          live="polite"
          title={t('crew.handOn.gone', { vehicle: vehicleName(props.ride.vehicle) })}
        >
          {t('crew.handOn.goneText', { time: clock(last()?.until ?? props.ride.since) })}
        </Notice>
      </Match>
      <Match when={props.onHold}>
        <Notice kind="warn" live="polite" title={t('rides.onHold')}>
          {t('rides.onHoldText')}
        </Notice>
      </Match>
      <Match when={waitsForCrew(props.ride) && last()}>
        {(leg) => (
          <Notice kind="info" live="polite" title={t('crew.handOn.waiting')}>
            {t('crew.handOn.waitingText', {
              vehicle: vehicleName(leg().vehicle),
              time: clock(leg().until),
              state: term('ride', props.ride.state),
            })}
          </Notice>
        )}
      </Match>
      <Match when={hasRole('crew') && props.ride.crew !== null && props.ride.crew !== me().id}>
        <Notice kind="info" title={t('rides.colleague')}>
          {t('crew.takeOver.text')}
        </Notice>
      </Match>
    </Switch>
  )
}
