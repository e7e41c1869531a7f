import { createSignal, Show } from 'solid-js'

import type { Ride, RideState } from '#shared/rides/ride.ts'
import type { Payload } from '#shared/wire/command.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { UndoBar } from '#web/parts/undo-bar.tsx'
import { CodeCheck } from '#web/pieces/rides/code-check.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { type RideActs, UNDO_SHOWN_SECONDS } from './ride-acts.ts'
import { DeclineRide } from './ride-ends.tsx'

type Step = Payload<'ride.advance'>['to']

type Props = {
  ride: Ride
  code: string | null
  next: RideState | null
  acts: RideActs
  mayDecline: boolean
  /** Nobody has it, or a colleague of this vehicle. */
  mayTakeOver: boolean
  /** Acts the server does not have yet. */
  unsent: number
  checking: boolean
  onCheck: (open: boolean) => void
  /** Only where the ride has ended: on to the next. */
  onNext: (() => void) | undefined
}

/** The next step under the thumb; above it what was just done, and for ten seconds the way back. */
export function CrewNext(props: Props) {
  const [declining, setDeclining] = createSignal(false)
  const press = (to: Step) => {
    if (props.acts.resting()) return
    if (to === 'departed') props.onCheck(true)
    else void props.acts.step(to)
  }
  const depart = (checked: { check: string } | { override: string }) => {
    props.onCheck(false)
    void props.acts.step('departed', checked)
  }
  return (
    <div class="crew-next">
      <Show when={props.acts.taken()} keyed>
        {(taken) => (
          <UndoBar
            label={t(`rides.done.${taken.step}`, { time: clock(taken.at) })}
            seconds={UNDO_SHOWN_SECONDS}
            onUndo={() => void props.acts.undo()}
            onExpire={() => props.acts.forget()}
          />
        )}
      </Show>
      <Show when={props.unsent > 0}>
        <p class="crew-next__unsent">
          <Icon name="clock" /> {t('rides.unsent', { count: props.unsent })}
        </p>
      </Show>
      <Show when={stepOf(props.next)}>
        {(to) => (
          <Button
            variant="primary"
            big
            note={placeOf(to(), props.ride)}
            busy={props.acts.resting()}
            onClick={() => press(to())}
          >
            {term('ride-do', to())}
          </Button>
        )}
      </Show>
      <Show when={props.mayDecline}>
        <Button wide onClick={() => setDeclining(true)}>
          {t('crew.decline.open')}
        </Button>
      </Show>
      <Show when={props.mayTakeOver}>
        <Button
          variant={props.ride.crew === null ? 'primary' : 'secondary'}
          big={props.ride.crew === null}
          wide
          onClick={() => void props.acts.takeOver()}
        >
          {t('crew.takeOver.do')}
        </Button>
      </Show>
      <Show when={props.onNext}>
        {(onNext) => (
          <Button big onClick={() => onNext()()}>
            {t('rides.toNext')}
          </Button>
        )}
      </Show>
      <DeclineRide open={declining()} acts={props.acts} onClose={() => setDeclining(false)} />
      <CodeCheck
        open={props.checking}
        code={props.code}
        onClose={() => props.onCheck(false)}
        onMatch={(check) => depart({ check })}
        onOverride={(override) => depart({ override })}
      />
    </div>
  )
}

const stepOf = (state: RideState | null): Step | undefined =>
  state === null || state === 'planned' || state === 'aborted' ? undefined : state

/** Where the step happens, under the button's word. */
function placeOf(step: Step, { from, to }: Ride): string | undefined {
  if (step === 'en-route' || step === 'at-origin' || step === 'departed') return hospitalName(from)
  if (step === 'at-destination' || step === 'handed-over') return hospitalName(to)
  return undefined
}
