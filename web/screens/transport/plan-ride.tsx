import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { asksAnyway } from '#web/pieces/transport/indication-anyway.tsx'
import { emptyPlan, type PlanDraft } from '#web/pieces/transport/plan-draft.ts'
import { planRefusalText } from '#web/pieces/transport/plan-refusal.ts'
import { RidePlanForm } from '#web/pieces/rides/ride-plan-form.tsx'
import { isEscorted } from '#web/pieces/transport/vehicle-list.ts'
import { vehicleTakenAt } from '#web/pieces/transport/vehicle-taken.ts'
import { act } from '#web/state/act.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { dismiss, type OutboxEntry } from '#web/state/outbox.ts'
import { createRides } from '#web/state/rides.ts'
import { myOrgs } from '#web/state/session.ts'
import { createTransport } from '#web/state/transfers.ts'

import { Help } from './help.tsx'
import { OxygenHelp } from './oxygen.tsx'
import { TransportLoaded } from './transport-loaded.tsx'

type Props = {
  transfer: Transfer
  clinical: Clinical | null
  pending: readonly OutboxEntry[]
}

/** The desk plans: what was chosen is kept on the phone until the ride stands. */
export function PlanRide(props: Props) {
  const id = createMemo(() => props.transfer.id)
  const view = createTransport(id)
  const rides = createRides()
  const [draft, setDraft] = createDraft<PlanDraft>(`ride.plan:${props.transfer.id}`)
  const [problem, setProblem] = createSignal<string>()
  const [sending, setSending] = createSignal(false)
  const plan = () => draft() ?? emptyPlan()
  const planned = () => props.pending.filter(({ name }) => name === 'ride.plan')
  const underway = () =>
    sending() || planned().some(({ state }) => state === 'waiting' || state === 'sending')
  const refused = createMemo(() => planned().findLast(({ state }) => state === 'refused'))
  const refusal = () => {
    const entry = refused()
    return entry?.refusal ? planRefusalText(entry.refusal, now()) : undefined
  }
  createEffect(
    on(
      () => refused()?.id,
      (id) => {
        if (id === undefined) return
        announce(refusal() ?? '', 'assertive')
        view.refresh()
      },
    ),
  )

  function takenAt(vehicle: string, departAt: string) {
    const option = view.data()?.vehicles.find(({ id }) => id === vehicle)
    return option === undefined
      ? null
      : vehicleTakenAt({
          vehicle: option,
          transfer: props.transfer,
          departAt,
          rides: rides() ?? [],
          now: now(),
        })
  }

  function seen() {
    setProblem(undefined)
    for (const { id, state } of planned()) if (state === 'refused') dismiss(id)
  }

  async function send() {
    const { vehicle, choice, departAt, windowReason, gms, indicationReason } = plan()
    if (vehicle === undefined || choice === undefined || departAt === undefined) return
    seen()
    const reason = windowReason.trim()
    const number = gms.trim()
    const anyway = asksAnyway(props.transfer) ? (indicationReason ?? '').trim() : ''
    const { id: transfer, bed } = props.transfer
    setSending(true)
    const acted = await act(
      'ride.plan',
      {
        ride: crypto.randomUUID(),
        transfer,
        vehicle,
        escorted: isEscorted(choice, bed),
        departAt,
        ...(reason === '' ? {} : { windowReason: reason }),
        ...(number === '' ? {} : { gms: number }),
        ...(anyway === '' ? {} : { indicationReason: anyway }),
      },
      { subject: transfer },
    )
    setSending(false)
    const wrong = acted.refused ? planRefusalText(acted.refused, now()) : actedProblem(acted)
    setProblem(wrong)
    announce(wrong ?? t('transport.queued'), wrong === undefined ? 'polite' : 'assertive')
  }

  return (
    <TransportLoaded opened={view} clinical={props.clinical}>
      {(found) => (
        <Show when={found()}>
          {(loaded) => (
            <>
              <Help
                transfer={props.transfer}
                departAt={plan().departAt}
                onUse={(vehicle, departAt) => setDraft({ ...plan(), vehicle, departAt, choice: 'micu' })}
              />
              <RidePlanForm
                transfer={props.transfer}
                clinical={props.clinical}
                view={loaded()}
                own={myOrgs('transport-desk')}
                draft={plan()}
                onDraft={(next) => {
                  setProblem(undefined)
                  setDraft(next)
                }}
                takenAt={takenAt}
                refused={problem() ?? refusal()}
                onSeen={seen}
                now={now()}
                busy={underway()}
                onPlan={() => void send()}
              />
              <OxygenHelp transfer={props.transfer} clinical={props.clinical} vehicle={plan().vehicle} />
            </>
          )}
        </Show>
      )}
    </TransportLoaded>
  )
}
