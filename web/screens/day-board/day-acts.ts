import type { Accessor } from 'solid-js'

import type { BoardMove, BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { clock } from '#web/i18n/format.ts'
import { announce } from '#web/parts/live-region.tsx'
import { checkWords } from '#web/pieces/day-board/check-words.ts'
import type { Spot } from '#web/pieces/day-board/timeline.tsx'
import { now } from '#web/state/now.ts'

import type { createMoving } from './moving.ts'
import type { Picking } from './picking.ts'
import type { createPlanning } from './planning.ts'

type Parts = {
  board: Accessor<DayBoard>
  picking: Picking
  planning: ReturnType<typeof createPlanning>
  moving: ReturnType<typeof createMoving>
}

/** What is done with what was picked: planned or moved by the fields, put down by the pointer, nudged by the keys. */
export function createDayActs({ board, picking, planning, moving }: Parts) {
  const { ride, move, spot, check, pick, close, setWish } = picking

  async function plan(planned: BoardMove, at: Spot, reason: string | undefined): Promise<void> {
    const held = ride()
    const done = held
      ? await moving.move(held, planned, at, reason)
      : await planning.planOne(planned, at, reason)
    if (done) close()
  }

  /** Put down where it cannot drive, it stays where it was; where that asks a reason, the field below does. */
  function drop(at: Spot): void {
    const [held, planned, found] = [ride(), move(), check()]
    if (held === undefined || planned === undefined || found === undefined) return
    const words = checkWords(found, now()) ?? ''
    if (found.stop !== null) {
      planning.refuse(planned.code, words)
      close()
    } else if (found.reason !== null) announce(words, 'assertive')
    else if (held.vehicle === at.vehicle && held.departAt === at.departAt) close()
    else void plan(planned, at, undefined)
  }

  function nudge(held: BoardRide, { minutes, rows }: { minutes: number; rows: number }): void {
    const known = ride()?.id === held.id ? spot() : undefined
    if (known === undefined) pick(held)
    const from = known ?? { vehicle: held.vehicle, departAt: held.departAt }
    const fitting = board().vehicles.filter(({ id }) => held.move?.fits.some((fit) => fit.vehicle === id))
    const row = fitting[fitting.findIndex(({ id }) => id === from.vehicle) + rows]
    const departAt = new Date(Date.parse(from.departAt) + minutes * 60_000).toISOString()
    setWish({ vehicle: row?.id ?? from.vehicle, departAt })
    const found = check()
    announce(
      [row?.name, clock(departAt), found && checkWords(found, now())].filter(Boolean).join(', '),
      'polite',
    )
  }
  return { plan, drop, nudge }
}
