import { createMemo, createSignal, For } from 'solid-js'

import { RIDE_LINE_STATES, type Ride } from '#shared/rides/ride.ts'
import { correctBounds } from '#shared/rides/step-times.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { term } from '#web/pieces/term.ts'

import './ride-correct.css'

type Step = (typeof RIDE_LINE_STATES)[number]

type Props = {
  ride: Ride
  now: string
  onCorrect: (step: Step, at: string) => void
}

const MINUTE = 60_000
const NUDGES = [-5, -1, 1, 5] as const

/** A step was at another time than it was tapped: which one, and when, in taps of one and five minutes. */
export function RideCorrect(props: Props) {
  const [open, setOpen] = createSignal(false)
  const steps = createMemo(() =>
    RIDE_LINE_STATES.filter((step) => correctBounds(props.ride, step, props.now) !== null),
  )
  // The same words are the same radios: news or the clock never takes the focus from under a thumb.
  const options = createMemo(() => steps().map((step) => optionOf(props, step)), [], { equals: sameWords })
  const chosen = createChosen(props)
  const begin = () => {
    chosen.choose(steps().at(-1))
    setOpen(true)
  }
  const save = () => {
    const step = chosen.step()
    if (step === undefined) return
    setOpen(false)
    props.onCorrect(step, chosen.at())
  }
  return (
    <>
      <div class="ride-correct">
        <Button wide icon="clock" disabled={steps().length === 0} onClick={begin}>
          {t('rides.correct.open')}
        </Button>
      </div>
      <Dialog
        open={open()}
        title={t('rides.correct.title')}
        onClose={() => setOpen(false)}
        sheet
        footer={
          <div class="ride-correct__foot">
            <Button variant="primary" wide disabled={chosen.at() === chosen.was()} onClick={save}>
              {t('rides.correct.do', { time: clock(chosen.at()) })}
            </Button>
            <Button wide onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        }
      >
        <div class="ride-correct__body">
          <Fields>
            <Choice
              label={t('rides.correct.which')}
              options={options()}
              value={chosen.step()}
              onChange={chosen.choose}
            />
            <Minutes {...chosen} />
          </Fields>
        </div>
      </Dialog>
    </>
  )
}

type Option = { value: Step; label: string; hint: string }

const optionOf = ({ ride, now }: Props, step: Step): Option => ({
  value: step,
  label: term('ride', step),
  hint: clock(ride.times[step]?.at ?? now),
})

const sameWords = (old: readonly Option[], next: readonly Option[]): boolean =>
  JSON.stringify(old) === JSON.stringify(next)

/** Which step, when it was told, and where its time stands now; as far as the steps around it and the clock allow. */
function createChosen(props: Props) {
  const [step, setStep] = createSignal<Step>()
  const [to, setTo] = createSignal<string>()
  const was = () => props.ride.times[step() ?? 'planned']?.at ?? props.now
  const at = () => to() ?? was()
  const moved = (minutes: number): string => moveWithin(props, step(), at(), minutes)
  const choose = (next: Step | undefined) => {
    setStep(next)
    setTo(undefined)
  }
  return { step, choose, was, at, moved, move: (minutes: number) => setTo(moved(minutes)) }
}

/** So many minutes on or back, as far as the steps around it and the clock allow. */
function moveWithin(props: Props, step: Step | undefined, at: string, minutes: number): string {
  const bounds = step && correctBounds(props.ride, step, props.now)
  if (!bounds) return at
  const to = Date.parse(at) + minutes * MINUTE
  return new Date(Math.min(Math.max(to, Date.parse(bounds.from)), Date.parse(bounds.until))).toISOString()
}

type Chosen = Pick<ReturnType<typeof createChosen>, 'at' | 'was' | 'moved' | 'move'>

function Minutes(props: Chosen) {
  const words = (minutes: number) => (minutes < 0 ? 'rides.correct.earlier' : 'rides.correct.later')
  return (
    <fieldset class="ride-correct__time">
      <legend class="ride-correct__legend">{t('rides.correct.when')}</legend>
      <output class="ride-correct__at">
        {clock(props.at())}
        <span class="ride-correct__was">
          {props.at() === props.was()
            ? t('rides.correct.asTapped')
            : t('rides.correct.was', { time: clock(props.was()) })}
        </span>
      </output>
      <div class="ride-correct__nudges">
        <For each={NUDGES}>
          {(minutes) => (
            <Button
              wide
              label={t(words(minutes), { minutes: Math.abs(minutes) })}
              disabled={props.moved(minutes) === props.at()}
              onClick={() => props.move(minutes)}
            >
              {`${minutes < 0 ? '−' : '+'}${Math.abs(minutes)}`}
            </Button>
          )}
        </For>
      </div>
    </fieldset>
  )
}
