import { For } from 'solid-js'

import { ESCORT_REFUSALS, RIDE_DECLINES } from '#shared/rides/ride.ts'
import { OUTAGE_REASONS, type OutageReason } from '#shared/transport/vehicle-row.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { RideReason } from '#web/pieces/rides/ride-reason.tsx'
import { term } from '#web/pieces/term.ts'

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

/** Something is wrong with the vehicle: no more rides for it until the desk puts it back. */
export function VehicleOut(props: Props & { vehicle: string }) {
  const report = async (reason: OutageReason) => {
    await props.acts.vehicleOut(props.vehicle, reason)
    props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      title={t('crew.out.title', { vehicle: vehicleName(props.vehicle) })}
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t('common.cancel')}</Button>}
    >
      <p>{t('crew.out.text')}</p>
      <ul class="ride-more">
        <For each={OUTAGE_REASONS}>
          {(reason) => (
            <li>
              <Button wide onClick={() => void report(reason)}>
                {term('outage', reason)}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}
