import { createSignal, Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'
import { DESK_ABORTS, RideAbort } from '#web/pieces/rides/ride-abort.tsx'
import { RideDivert } from '#web/pieces/rides/ride-divert.tsx'
import { RideEta } from '#web/pieces/rides/ride-eta.tsx'
import { positionFact } from '#web/pieces/rides/position-fact.tsx'
import { rideLook } from '#web/pieces/rides/ride-look.ts'
import { RideSteps } from '#web/pieces/rides/ride-steps.tsx'
import { term } from '#web/pieces/term.ts'
import { RideProblem } from '#web/pieces/rides/ride-problem.tsx'
import { createRideActs } from '#web/screens/ride/ride-acts.ts'
import { now } from '#web/state/now.ts'
import { createPosition } from '#web/state/position-of.ts'

type Props = {
  ride: Ride & { pending?: true | undefined }
  /** Null where this desk sees the ride alone: its vehicle drives for another. */
  transfer: Transfer | null
}

/** The planned or driving ride for the desk: what drives, where it stands, and the way to plan it anew. */
export function RidePanel(props: Props) {
  const acts = createRideActs(
    () => props.ride,
    () => props.transfer,
  )
  const position = createPosition(
    () => props.transfer,
    () => props.ride,
  )
  const [open, setOpen] = createSignal<'abort' | 'divert'>()
  const closeAfter = async (done: Promise<boolean>) => {
    await done
    setOpen(undefined)
  }
  return (
    <>
      <Section
        title={t('transport.ride')}
        side={<StateMark state={rideLook(props.ride.state)} label={term('ride', props.ride.state)} />}
      >
        <Facts facts={[...factsOf(props.ride), ...positionFact(props.ride, position(), now())]} />
        <RideEta
          ride={props.ride}
          now={now()}
          onTell={acts.may('ride.eta') ? (at) => void acts.eta(at) : undefined}
        />
      </Section>
      <RideProblem words={acts.problem()} />
      <Section title={t('rides.steps')}>
        <RideSteps ride={props.ride} now={now()} />
      </Section>
      <Show when={acts.may('ride.abort') || acts.may('ride.divert')}>
        <p class="transport-plan__acts">
          <Show when={acts.may('ride.abort')}>
            <Button variant="danger" onClick={() => setOpen('abort')}>
              {t('transport.abort')}
            </Button>
          </Show>
          <Show when={acts.may('ride.divert')}>
            <Button variant="danger" onClick={() => setOpen('divert')}>
              {t('rides.divert.open')}
            </Button>
          </Show>
        </p>
      </Show>
      <RideAbort
        open={open() === 'abort'}
        reasons={DESK_ABORTS}
        onClose={() => setOpen(undefined)}
        onAbort={(reason, note) => void closeAfter(acts.abort(reason, note))}
      />
      <RideDivert
        open={open() === 'divert'}
        to={props.ride.to}
        onClose={() => setOpen(undefined)}
        onDivert={(hospital, reason) => void closeAfter(acts.divert(hospital, reason))}
      />
    </>
  )
}

function factsOf(ride: Ride) {
  const kind = term(
    'vehicle',
    ride.escorted && ride.vehicleKind === 'ambulance' ? 'ambulance-escorted' : ride.vehicleKind,
  )
  return [
    { term: t('transport.vehicle'), value: vehicleName(ride.vehicle), note: `${kind}, ${orgName(ride.org)}` },
    {
      term: t('transport.depart'),
      value: moment(ride.departAt, now()),
      note: ride.outsideWindow ? t('transport.wasOutside') : undefined,
    },
    { term: t('transport.gms'), value: ride.gms ?? t('common.unknown') },
  ]
}
