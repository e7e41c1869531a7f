import { createSignal } from 'solid-js'

import type { BoardMove, BoardRide, DaySuggestion } from '#shared/wire/day-board.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import type { Spot } from '#web/pieces/day-board/timeline.tsx'
import { planRefusalText } from '#web/pieces/transport/plan-refusal.ts'
import { act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'

/** Plans rides from the board, each an act of its own; says what went wrong with which. */
export function createPlanning() {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()
  const [taken, setTaken] = createSignal<ReadonlySet<string>>(new Set())

  async function plan(
    { transfer, code }: Pick<BoardMove, 'transfer' | 'code'>,
    { vehicle, departAt }: Spot,
    { escorted, reason }: { escorted: boolean; reason?: string | undefined },
  ): Promise<boolean> {
    const wish = { ride: crypto.randomUUID(), transfer, vehicle, escorted, departAt }
    const because = reason === undefined ? {} : { windowReason: reason }
    const acted = await act('ride.plan', { ...wish, ...because }, { subject: transfer })
    const wrong = acted.refused ? planRefusalText(acted.refused, now()) : actedProblem(acted)
    const shown = `${code.slice(0, 3)}-${code.slice(3)}`
    if (wrong !== undefined) setProblem((before) => [before, `${shown}: ${wrong}`].filter(Boolean).join(' '))
    else setTaken((before) => new Set([...before, transfer]))
    announce(wrong ?? t('dayBoard.planned', { code: shown }), wrong === undefined ? 'polite' : 'assertive')
    return wrong === undefined
  }

  /** One after another: each is previewed over the last. */
  async function planAll(rides: DaySuggestion['rides']): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    for (const ride of rides) await plan(ride, ride, { escorted: ride.escorted })
    setBusy(false)
  }

  async function planOne(move: BoardMove, spot: Spot, reason: string | undefined): Promise<boolean> {
    setBusy(true)
    setProblem(undefined)
    const escorted = move.fits.find(({ vehicle }) => vehicle === spot.vehicle)?.escorted ?? false
    const done = await plan(move, spot, { escorted, reason })
    setBusy(false)
    return done
  }

  async function moveOne(ride: Moving, spot: Onto, reason: string | undefined): Promise<boolean> {
    setBusy(true)
    setProblem(undefined)
    const wrong = await sendMove(ride, spot, reason)
    setBusy(false)
    if (wrong !== undefined) refuse(ride.code, wrong)
    return wrong === undefined
  }

  /** Aloud, and on the screen: it stays where it was. */
  function refuse(code: string, words: string): void {
    const said = `${t('dayBoard.move.stays', { code: `${code.slice(0, 3)}-${code.slice(3)}` })}. ${words}`
    setProblem(said)
    announce(said, 'assertive')
  }

  return { busy, problem, taken, planAll, planOne, moveOne, refuse, seen: () => setProblem(undefined) }
}

type Moving = Pick<BoardRide, 'id'> & Pick<BoardMove, 'transfer' | 'code'>
type Onto = Spot & { escorted: boolean }

/** What went wrong, in words; nothing where it is queued. */
async function sendMove(
  { id: ride, transfer }: Moving,
  { vehicle, departAt, escorted }: Onto,
  reason: string | undefined,
): Promise<string | undefined> {
  const because = reason === undefined ? {} : { windowReason: reason }
  const acted = await act(
    'ride.move',
    { ride, vehicle, departAt, escorted, ...because },
    { subject: transfer },
  )
  return acted.refused ? planRefusalText(acted.refused, now()) : actedProblem(acted)
}
