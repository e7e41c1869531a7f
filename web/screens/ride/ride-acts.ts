import { createSignal, onCleanup } from 'solid-js'

import { guardRide } from '#shared/access/guard.ts'
import type { AbortReason, Ride, RideNote } from '#shared/rides/ride.ts'
import { type RideCommand, rideSteps, UNDO_SECONDS } from '#shared/rides/ride-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Payload } from '#shared/wire/command.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { term } from '#web/pieces/term.ts'
import { act } from '#web/state/act.ts'
import { me } from '#web/state/session.ts'

type Step = Payload<'ride.advance'>['to']
type Taken = { step: Step; at: number }

/** After a tap the big button rests: a second tap of a bumpy road is never a second step. */
const REST_MS = 1_000
/** The rule counts from tap to tap; the bar goes a little sooner than it would refuse. */
export const UNDO_SHOWN_SECONDS = UNDO_SECONDS - 0.5

/** The crew's acts on one ride, with what can still be undone and what went wrong here and now. */
export function createRideActs(ride: () => Ride, transfer: () => Transfer | null | undefined) {
  const [resting, setResting] = createSignal(false)
  const [taken, setTaken] = createSignal<Taken>()
  const [problem, setProblem] = createSignal<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const about = () => ({ subject: ride().transfer })
  const id = () => ({ ride: ride().id })
  const may = (command: RideCommand): boolean =>
    !('refused' in guardRide(ride(), transfer() ?? null, me(), rideSteps[command]))

  /** Runs one act; says aloud what went wrong. */
  async function run(acting: ReturnType<typeof act>, done: () => void): Promise<boolean> {
    const wrong = actedProblem(await acting)
    setProblem(wrong)
    if (wrong === undefined) done()
    else announce(wrong, 'assertive')
    return wrong === undefined
  }

  function rest(): void {
    setResting(true)
    clearTimeout(timer)
    timer = setTimeout(() => setResting(false), REST_MS)
  }

  async function step(to: Step, checked: Pick<Payload<'ride.advance'>, 'check' | 'override'> = {}) {
    if (resting()) return
    rest()
    const at = Date.now()
    const acting =
      to === 'accepted'
        ? act('ride.accept', id(), about())
        : act('ride.advance', { ...id(), to, ...checked }, about())
    await run(acting, () => {
      setTaken({ step: to, at })
      announce(t('rides.told', { step: term('ride', to), time: clock(at) }))
    })
  }

  async function undo() {
    const last = taken()
    if (last === undefined) return
    rest()
    setTaken(undefined)
    await run(act('ride.undo', { ...id(), step: last.step }, about()), () => announce(t('rides.undone')))
  }

  const note = (said: RideNote) =>
    run(act('ride.note', { ...id(), note: said }, about()), () =>
      announce(t('rides.noted', { note: term('note', said) })),
    )
  const abort = (reason: AbortReason, words: string | undefined) =>
    run(act('ride.abort', { ...id(), reason, ...(words ? { note: words } : {}) }, about()), () =>
      setTaken(undefined),
    )
  const divert = (hospital: string, reason: string) =>
    run(act('ride.divert', { ...id(), reservation: crypto.randomUUID(), hospital, reason }, about()), () =>
      setTaken(undefined),
    )
  const decease = () =>
    run(act('transfer.decease', { transfer: ride().transfer }, about()), () => setTaken(undefined))

  return {
    may,
    resting,
    taken,
    forget: () => setTaken(undefined),
    problem,
    step,
    undo,
    note,
    abort,
    divert,
    decease,
  }
}

export type RideActs = ReturnType<typeof createRideActs>
