import { createSignal, onCleanup } from 'solid-js'

import { guardRide } from '#shared/access/guard.ts'
import type { AbortReason, Ride, RideIncident, RideNote } from '#shared/rides/ride.ts'
import { type RideCommand, rideSteps, UNDO_SECONDS } from '#shared/rides/ride-steps.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { OutageReason } from '#shared/transport/vehicle-row.ts'
import type { Payload } from '#shared/wire/command.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { term } from '#web/pieces/term.ts'
import { act } from '#web/state/act.ts'
import { me } from '#web/state/session.ts'

type Step = Payload<'ride.advance'>['to']
type Checked = Pick<Payload<'ride.advance'>, 'check' | 'override'>
type Taken = { step: Step; at: number }

/** After a tap the big button rests: a second tap of a bumpy road is never a second step. */
const REST_MS = 1_000
/** The rule counts from tap to tap; the bar goes a little sooner than it would refuse. */
export const UNDO_SHOWN_SECONDS = UNDO_SECONDS - 0.5

/** The acts on one ride, with what can still be undone and what went wrong here and now. */
export function createRideActs(ride: () => Ride, transfer: () => Transfer | null | undefined) {
  const [taken, setTaken] = createSignal<Taken>()
  const { problem, run } = createRun()
  const { resting, rest } = createRest()
  const forget = () => setTaken(undefined)
  const about = () => ({ subject: ride().transfer })
  const id = () => ({ ride: ride().id })
  const may = (command: RideCommand): boolean =>
    !('refused' in guardRide(ride(), transfer() ?? null, me(), rideSteps[command]))

  async function step(to: Step, checked: Checked = {}) {
    if (resting()) return
    rest()
    const at = Date.now()
    const acting =
      to === 'accepted'
        ? act('ride.accept', id(), about())
        : act('ride.advance', { ...id(), to, ...checked }, about())
    await run(acting, () => {
      setTaken({ step: to, at })
      announce(t(`rides.done.${to}`, { time: clock(at) }))
    })
  }

  async function undo() {
    const last = taken()
    if (last === undefined) return
    rest()
    forget()
    await run(act('ride.undo', { ...id(), step: last.step }, about()), () => announce(t('rides.undone')))
  }

  const note = (said: RideNote) =>
    run(act('ride.note', { ...id(), note: said }, about()), () =>
      announce(t('rides.noted', { note: term('note', said) })),
    )
  const correct = (step: Step, at: string) =>
    run(act('ride.correct', { ...id(), step, at }, about()), () =>
      announce(t('rides.corrected', { step: term('ride', step), time: clock(at) })),
    )
  const abort = (reason: AbortReason, words: string | undefined) =>
    run(act('ride.abort', { ...id(), reason, ...(words ? { note: words } : {}) }, about()), forget)
  const divert = (hospital: string, reason: string) =>
    run(act('ride.divert', { ...id(), reservation: crypto.randomUUID(), hospital, reason }, about()), forget)
  const tells = createTells({ run, about, id, forget })
  const decease = () => run(act('transfer.decease', { transfer: ride().transfer }, about()), forget)

  return { may, resting, taken, forget, problem, step, undo, note, correct, abort, divert, decease, ...tells }
}

export type RideActs = ReturnType<typeof createRideActs>

type Telling = {
  run: ReturnType<typeof createRun>['run']
  about: () => { subject: string }
  id: () => { ride: string }
  forget: () => void
}

/** What is told beside the steps. */
function createTells({ run, about, id, forget }: Telling) {
  const decline = (said: Omit<Payload<'ride.decline'>, 'ride'>) =>
    run(act('ride.decline', { ...id(), ...said }, about()), forget)
  const refuseEscort = (said: Omit<Payload<'ride.refuse-escort'>, 'ride'>) =>
    run(act('ride.refuse-escort', { ...id(), ...said }, about()), forget)
  const handOn = (said: Omit<Payload<'ride.hand-on'>, 'ride'>) =>
    run(act('ride.hand-on', { ...id(), ...said }, about()), () => {
      forget()
      announce(t('crew.handOn.done'))
    })
  const takeOver = () => run(act('ride.take-over', id(), about()), () => announce(t('crew.takeOver.done')))
  const eta = (at: string) =>
    run(act('ride.eta', { ...id(), at }, about()), () => announce(t('crew.eta.done', { time: clock(at) })))
  const incident = (said: RideIncident) =>
    run(act('ride.incident', { ...id(), incident: said }, about()), () =>
      announce(t('crew.incident.done', { incident: term('incident', said) })),
    )
  const vehicleOut = (vehicle: string, reason: OutageReason) =>
    run(
      act('vehicle.out', { entry: crypto.randomUUID(), vehicle, reason, until: null }, { subject: vehicle }),
      () => announce(t('crew.out.done')),
    )
  return { vehicleOut, decline, refuseEscort, handOn, takeOver, eta, incident }
}

/** Runs one act; says aloud what went wrong, and keeps it on the screen until the next. */
function createRun() {
  const [problem, setProblem] = createSignal<string>()
  async function run(acting: ReturnType<typeof act>, done: () => void): Promise<boolean> {
    const wrong = actedProblem(await acting)
    setProblem(wrong)
    if (wrong === undefined) done()
    else announce(wrong, 'assertive')
    return wrong === undefined
  }
  return { problem, run }
}

function createRest() {
  const [resting, setResting] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  function rest(): void {
    setResting(true)
    clearTimeout(timer)
    timer = setTimeout(() => setResting(false), REST_MS)
  }
  return { resting, rest }
}
