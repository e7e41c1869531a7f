import { createMemo, createSignal, type JSX, onMount, Show } from 'solid-js'

import { isActive, type Ride } from '#shared/rides/ride.ts'
import { nextStep } from '#shared/rides/ride-steps.ts'
import { showCode } from '#shared/transfers/transfer.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Loading } from '#web/parts/loading.tsx'
import { Section } from '#web/parts/section.tsx'
import { ThumbScreen } from '#web/parts/thumb-screen.tsx'
import { NeedsStrip } from '#web/pieces/transfers/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { PrintOnly } from '#web/pieces/print/print-only.tsx'
import { CrewSheet } from '#web/pieces/print/crew-sheet.tsx'
import { RideCorrect } from '#web/pieces/rides/ride-correct.tsx'
import { RideEta } from '#web/pieces/rides/ride-eta.tsx'
import { RideHead } from '#web/pieces/rides/ride-head.tsx'
import { RideIncidents } from '#web/pieces/rides/ride-incidents.tsx'
import { RideNavigate } from '#web/pieces/rides/ride-navigate.tsx'
import { RideNotes } from '#web/pieces/rides/ride-notes.tsx'
import { RidePlace } from '#web/pieces/rides/ride-place.tsx'
import { RidePhones } from '#web/pieces/rides/ride-phones.tsx'
import { RideSteps } from '#web/pieces/rides/ride-steps.tsx'
import { term } from '#web/pieces/term.ts'
import { RideProblem } from '#web/pieces/rides/ride-problem.tsx'
import { keepLast } from '#web/screens/keep-last.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRideFacts, type RideFacts } from '#web/state/ride-facts.ts'
import { loadDecisions } from '#web/state/rows.ts'
import { me, session } from '#web/state/session.ts'
import { createTransfer, createTransferDetail } from '#web/state/transfers.ts'

import { PositionSwitch } from './position-switch.tsx'
import { createRideActs } from './ride-acts.ts'
import { RideMore } from './ride-more.tsx'
import { isHandedOn, RideStopped, waitsForCrew } from './ride-stopped.tsx'
import { CrewNext } from './crew-next.tsx'

import './crew-ride.css'

type Props = {
  ride: Ride & { pending?: true | undefined }
  /** What stands between the steps and the big button: other rides. */
  children?: JSX.Element
  /** The ride has ended and was seen. */
  onNext?: (() => void) | undefined
}

/** One ride on the crew's phone: where to, four facts, two lines to call, and one big button. */
export function CrewRide(props: Props) {
  // A value, not a path through the row: a step must not look like another transfer.
  const id = createMemo(() => props.ride.transfer)
  const transfer = keepLast(createTransfer(id))
  const detail = createTransferDetail(id)
  const known = createRideFacts(() => props.ride, detail)
  const pending = createPending(id)
  const acts = createRideActs(() => props.ride, transfer)
  const [checking, setChecking] = createSignal(false)
  const next = createMemo(() => (props.ride.state === 'aborted' ? null : nextStep(props.ride.state)))
  const refused = () => pending().filter(({ state }) => state === 'refused')
  const unsent = () => pending().filter(({ state }) => state === 'waiting' || state === 'sending').length
  // The rules must be on this phone before the signal goes: without them a tap could not show its step.
  onMount(() => void loadDecisions().catch((fault: unknown) => console.info('rules not loaded', fault)))
  const canStep = () =>
    next() !== null &&
    !waitsForCrew(props.ride) &&
    acts.may(next() === 'accepted' ? 'ride.accept' : 'ride.advance')
  const mayTakeOver = () => props.ride.crew !== me().id && acts.may('ride.take-over')
  const isOver = () => !isActive(props.ride) || isHandedOn(props.ride)
  return (
    <ThumbScreen
      foot={
        <CrewNext
          ride={props.ride}
          code={transfer()?.code ?? null}
          next={canStep() ? next() : null}
          acts={acts}
          unsent={unsent()}
          checking={checking()}
          onCheck={setChecking}
          mayDecline={acts.may('ride.decline')}
          mayTakeOver={mayTakeOver()}
          onNext={isOver() ? props.onNext : undefined}
        />
      }
    >
      <OwnActs entries={refused()} onSeen={dismiss} />
      <RideProblem words={acts.problem()} />
      <RideHead from={props.ride.from} to={props.ride.to} />
      <RidePlace ride={props.ride} contacts={known.facts()?.contacts} />
      <RideStopped ride={props.ride} onHold={transfer()?.state === 'on-hold'} />
      <Patient facts={known.facts()} keptAt={known.keptAt()} loading={detail.loading()} />
      <div class="crew-ride__phones">
        <RidePhones
          from={props.ride.from}
          to={props.ride.to}
          contacts={known.facts()?.contacts ?? null}
          demo={session()?.demo ?? false}
        />
        <RideNavigate ride={props.ride} />
      </div>
      <RideEta
        ride={props.ride}
        now={now()}
        onTell={acts.may('ride.eta') ? (at) => void acts.eta(at) : undefined}
      />
      <PositionSwitch ride={props.ride} />
      <p class="crew-ride__plan">{planWords(props.ride)}</p>
      <Show when={props.ride.checked !== null && props.ride.checked !== 'unchecked' && transfer()}>
        {(row) => <p class="crew-ride__plan">{t('rides.code.ofPatient', { code: showCode(row().code) })}</p>}
      </Show>
      <Section title={t('rides.steps')}>
        <RideSteps ride={props.ride} now={now()} />
        <Show when={acts.may('ride.correct')}>
          <RideCorrect ride={props.ride} now={now()} onCorrect={(step, at) => void acts.correct(step, at)} />
        </Show>
      </Section>
      <Show when={acts.may('ride.note')}>
        <Section title={t('rides.notes')}>
          <RideNotes onNote={(note) => void acts.note(note)} />
        </Section>
      </Show>
      <Show when={acts.may('ride.incident') && isActive(props.ride)}>
        <RideIncidents onIncident={(incident) => void acts.incident(incident)} />
      </Show>
      <PrintOnly>
        <CrewSheet
          ride={props.ride}
          transfer={transfer() ?? null}
          clinical={known.facts()?.clinical}
          contacts={known.facts()?.contacts ?? null}
          now={now()}
        />
      </PrintOnly>
      <RideMore ride={props.ride} transfer={transfer() ?? null} acts={acts} />
      {props.children}
    </ThumbScreen>
  )
}

function planWords(ride: Ride): string {
  const words = { vehicle: vehicleName(ride.vehicle), at: moment(ride.departAt, now()) }
  return ride.gms === null ? t('rides.plan', words) : t('rides.planGms', { ...words, gms: ride.gms })
}

type PatientProps = { facts: RideFacts | undefined; keptAt: string | undefined; loading: boolean }

/** Four facts, with their age where this phone kept them; calmly absent where they are not on it. */
function Patient(props: PatientProps) {
  return (
    <Show
      when={props.facts}
      fallback={
        <Show when={props.loading} fallback={<p class="crew-ride__none">{t('rides.factsNotLoaded')}</p>}>
          <Loading rows={2} />
        </Show>
      }
    >
      {(facts) => (
        <>
          <NeedsStrip clinical={facts().clinical} />
          <Show when={facts().clinical.treatmentLimits}>
            {(limits) => (
              <p class="crew-ride__limits">
                {t('transfers.field.treatmentLimits')} <strong>{term('limits', limits())}</strong>
              </p>
            )}
          </Show>
          <Show when={props.keptAt}>
            {(at) => (
              <p class="crew-ride__kept">
                {t('rides.factsKept', { time: moment(at(), now()), age: age(at(), now()) })}
              </p>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}
