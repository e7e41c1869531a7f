import { createMemo, createSignal, Show } from 'solid-js'

import { guardTransfer } from '#shared/access/guard.ts'
import { isActive, type Ride } from '#shared/rides/ride.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { fleetInService } from '#shared/transport/fleet-now.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { CREW_ABORTS, DESK_ABORTS, RideAbort } from '#web/pieces/rides/ride-abort.tsx'
import { RideHandOn } from '#web/pieces/rides/ride-hand-on.tsx'
import { RideDivert } from '#web/pieces/rides/ride-divert.tsx'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { hasRole, me, myOrgs } from '#web/state/session.ts'

import type { RideActs } from './ride-acts.ts'
import { RefuseEscort, VehicleOut } from './ride-ends.tsx'

type Open = 'abort' | 'divert' | 'decease' | 'hand-on' | 'escort' | 'out'

/** What seldom happens, one step away: to break off, to go elsewhere, a death. */
export function RideMore(props: { ride: Ride; transfer: Transfer | null; acts: RideActs }) {
  const [open, setOpen] = createSignal<Open>()
  const [vehicles, teams] = [createRegister('vehicle'), createRegister('team')]
  const fleet = createMemo(() => fleetInService([...(vehicles() ?? []), ...(teams() ?? [])], now()))
  const close = () => setOpen(undefined)
  const closeWhen = async (done: Promise<boolean>) => {
    await done
    close()
  }
  const mayAbort = () => props.acts.may('ride.abort')
  const mayDivert = () => props.acts.may('ride.divert')
  const mayHandOn = () => props.acts.may('ride.hand-on')
  const mayReportVehicle = () => isActive(props.ride) && myOrgs('crew').includes(props.ride.vehicle)
  const mayRefuseEscort = () => props.ride.escorted && props.acts.may('ride.refuse-escort')
  const mayDecease = () =>
    !('refused' in guardTransfer(props.transfer, me(), transferSteps['transfer.decease']))
  return (
    <>
      <Show when={mayAbort() || mayDivert() || mayDecease() || mayHandOn() || mayReportVehicle()}>
        <Disclosure label={t(mayAbort() || mayDivert() ? 'rides.more' : 'rides.moreEnd')}>
          <div class="ride-more">
            <Show when={mayHandOn()}>
              <Button wide onClick={() => setOpen('hand-on')}>
                {t('crew.handOn.open')}
              </Button>
            </Show>
            <Button wide onClick={() => window.print()}>
              {t('crew.sheet.print')}
            </Button>
            <Show when={mayReportVehicle()}>
              <Button wide onClick={() => setOpen('out')}>
                {t('crew.out.open')}
              </Button>
            </Show>
            <Show when={mayRefuseEscort()}>
              <Button variant="danger" wide onClick={() => setOpen('escort')}>
                {t('crew.escort.open')}
              </Button>
            </Show>
            <Show when={mayDivert()}>
              <Button variant="danger" wide onClick={() => setOpen('divert')}>
                {t('rides.divert.open')}
              </Button>
            </Show>
            <Show when={mayAbort()}>
              <Button variant="danger" wide onClick={() => setOpen('abort')}>
                {t('rides.abort.open')}
              </Button>
            </Show>
            <Show when={mayDecease()}>
              <Button variant="danger" wide onClick={() => setOpen('decease')}>
                {t('rides.decease.open')}
              </Button>
            </Show>
          </div>
        </Disclosure>
      </Show>
      <RideAbort
        open={open() === 'abort'}
        reasons={hasRole('crew') ? CREW_ABORTS : DESK_ABORTS}
        onClose={close}
        onAbort={(reason, note) => void closeWhen(props.acts.abort(reason, note))}
      />
      <RideHandOn
        open={open() === 'hand-on'}
        ride={props.ride}
        fleet={fleet()}
        onClose={close}
        onHandOn={(said) => void closeWhen(props.acts.handOn(said))}
      />
      <VehicleOut open={open() === 'out'} vehicle={props.ride.vehicle} acts={props.acts} onClose={close} />
      <RefuseEscort open={open() === 'escort'} acts={props.acts} onClose={close} />
      <RideDivert
        open={open() === 'divert'}
        to={props.ride.to}
        onClose={close}
        onDivert={(hospital, reason) => void closeWhen(props.acts.divert(hospital, reason))}
      />
      <Dialog
        open={open() === 'decease'}
        title={t('rides.decease.title')}
        onClose={close}
        footer={
          <>
            <Button variant="danger" onClick={() => void closeWhen(props.acts.decease())}>
              {t('rides.decease.do')}
            </Button>
            <Button onClick={close}>{t('common.cancel')}</Button>
          </>
        }
      >
        <p>{t('rides.decease.text')}</p>
      </Dialog>
    </>
  )
}
