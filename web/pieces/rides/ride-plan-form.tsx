import { createMemo, createSignal, Show } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { ravsOf } from '#shared/transport/transport-facts.ts'
import type { TransportView } from '#shared/wire/reads.ts'
import { kilometres, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { escortWords } from '#web/pieces/transfers/escort-words.ts'
import { hospitalName, vehicleName } from '#web/pieces/place-name.ts'
import { GMS_ID, type PlanDraft, planFaults } from '#web/pieces/transport/plan-draft.ts'
import { ANYWAY_ID, IndicationAnyway } from '#web/pieces/transport/indication-anyway.tsx'
import { type Taken, takenWords, VehicleChoice } from '#web/pieces/transport/vehicle-choice.tsx'
import { vehicleGroups } from '#web/pieces/transport/vehicle-list.ts'

import { RideWindow } from './ride-window.tsx'

import './ride-plan-form.css'

type Props = {
  transfer: Transfer
  clinical: Clinical | null
  view: TransportView
  /** The organisations this person plans for. */
  own: readonly string[]
  draft: PlanDraft
  onDraft: (draft: PlanDraft) => void
  /** Whether a vehicle is taken at a departure, as far as is known here. */
  takenAt: (vehicle: string, departAt: string) => Taken | null
  /** Why the last plan did not stand, in words. */
  refused: string | undefined
  /** That reason was read. */
  onSeen: () => void
  now: string
  /** An earlier plan is on its way. */
  busy: boolean
  onPlan: () => void
}

/** A vehicle and a departure for one confirmed move. */
export function RidePlanForm(props: Props) {
  const [asked, setAsked] = createSignal(false)
  // The summary takes the focus when it appears: only a press brings it, never a keystroke.
  const [summed, setSummed] = createSignal(false)
  const faults = createMemo(() => (asked() ? planFaults(props.draft, props.transfer, props.now) : []))
  const [clash, setClash] = createSignal<Clash>()
  const change = (part: Partial<PlanDraft>) => put({ ...props.draft, ...part })
  const put = (draft: PlanDraft) => {
    props.onDraft(draft)
    setClash(undefined)
    if (faults().length === 0) setSummed(false)
  }
  const faultOf = (id: string) => faults().find((fault) => fault.id === id)?.text
  const taken = (vehicle: string) => props.takenAt(vehicle, props.draft.departAt ?? props.now)
  const groups = createMemo(() => vehicleGroups(props.view, props.own, ravsOf(props.transfer)))
  const escort = () =>
    props.clinical?.escort &&
    t('transport.escort', {
      from: hospitalName(props.transfer.from),
      criteria: escortWords(props.clinical.escort),
    })

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (props.busy) return
    setAsked(true)
    setSummed(false)
    setSummed(faults().length > 0)
    const { vehicle } = props.draft
    if (summed() || vehicle === undefined) return
    const clashing = taken(vehicle)
    if (clashing === null) return props.onPlan()
    const words = t('transport.clash', {
      vehicle: vehicleName(vehicle),
      taken: takenWords(clashing, props.now).toLowerCase(),
    })
    setClash({ words, next: clashing.next ?? null })
    announce(words, 'assertive')
  }

  return (
    <form class="ride-plan-form" novalidate onSubmit={submit}>
      <Show when={summed()}>
        <ErrorSummary title={t('common.errorCount', { count: faults().length })} errors={faults()} />
      </Show>
      <IndicationAnyway
        transfer={props.transfer}
        value={props.draft.indicationReason ?? ''}
        error={faultOf(ANYWAY_ID)}
        onChange={(indicationReason) => change({ indicationReason })}
      />
      <Section title={t('transport.when')}>
        <RideWindow
          window={props.transfer.window}
          readyFrom={props.transfer.readyFrom}
          now={props.now}
          departAt={props.draft.departAt}
          reason={props.draft.windowReason}
          minutes={minutesOf(props.view, props.draft.choice)}
          departError={faultOf('ride-depart')}
          reasonError={faultOf('ride-window-reason')}
          onDepart={(departAt) =>
            departAt === undefined ? put(clearDepart(props.draft)) : change({ departAt })
          }
          onReason={(windowReason) => change({ windowReason })}
        />
      </Section>
      <Section title={t('transport.which')} side={distanceWords(props.view)}>
        <VehicleChoice
          groups={groups()}
          excluded={props.view.excluded}
          takenAt={taken}
          value={chosen(props.draft)}
          onChange={(vehicle, choice) => change({ vehicle, choice })}
          escort={escort()}
          now={props.now}
          error={faultOf('ride-vehicle')}
        />
      </Section>
      <Section title={t('transport.gmsTitle')}>
        <TextField
          id={GMS_ID}
          label={t('transport.gms')}
          hint={t('transport.gmsHint')}
          value={props.draft.gms}
          maxLength={20}
          optional
          error={faultOf(GMS_ID)}
          onChange={(gms) => change({ gms })}
        />
      </Section>
      <Show when={clash()?.words ?? props.refused}>
        {(words) => (
          <NotPlanned
            words={words()}
            next={clash()?.next}
            now={props.now}
            onNext={(departAt) => change({ departAt })}
            onSeen={clash() ? undefined : props.onSeen}
          />
        )}
      </Show>
      <ActionBar>
        <Button type="submit" variant="primary" busy={props.busy} busyLabel={t('transport.planning')}>
          {t('transport.plan')}
        </Button>
      </ActionBar>
    </form>
  )
}

type NotPlannedProps = {
  words: string
  /** The first departure at which the vehicle is free. */
  next: string | null | undefined
  now: string
  onNext: (departAt: string) => void
  onSeen: (() => void) | undefined
}

function NotPlanned(props: NotPlannedProps) {
  const action = () => {
    const { next, onSeen } = props
    if (next)
      return (
        <Button onClick={() => props.onNext(next)}>
          {t('transport.departThen', { at: moment(next, props.now) })}
        </Button>
      )
    return onSeen && <Button onClick={() => onSeen()}>{t('common.dismiss')}</Button>
  }
  return (
    <Notice kind="stop" title={t('transport.clashTitle')} action={action()}>
      {props.words}
    </Notice>
  )
}

type Clash = { words: string; next: string | null }

const chosen = ({ vehicle, choice }: PlanDraft) =>
  vehicle === undefined || choice === undefined ? undefined : { vehicle, choice }

/** An empty field is an absent one. */
function clearDepart(draft: PlanDraft): PlanDraft {
  const { departAt: _, ...rest } = draft
  return rest
}

const minutesOf = ({ minutes }: TransportView, choice: string | undefined): number | null =>
  choice === undefined ? null : choice === 'micu' ? minutes.micu : minutes.ambulance

const distanceWords = ({ roadKm, minutes }: TransportView): string =>
  t('transport.road', { km: kilometres(roadKm), micu: minutes.micu, ambulance: minutes.ambulance })
