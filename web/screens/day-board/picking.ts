import { type Accessor, createMemo, createSignal } from 'solid-js'

import type { BoardMove, BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { checkPlan } from '#web/pieces/day-board/plan-check.ts'
import type { Spot } from '#web/pieces/day-board/timeline.tsx'
import { now } from '#web/state/now.ts'

import { firstWish } from './first-wish.ts'

/** What is being planned or moved on the board, and where it would come. */
export function createPicking(board: Accessor<DayBoard>) {
  const [chosen, setChosen] = createSignal<{ transfer: string; ride?: string }>()
  const [wish, setWish] = createSignal<Partial<Spot>>({})
  const ride = createMemo(() => board().rides.find(({ id }) => id === chosen()?.ride))
  const move = createMemo(
    () => ride()?.move ?? board().waiting.find(({ transfer }) => transfer === chosen()?.transfer),
  )
  const spot = (): Spot | undefined => {
    const { vehicle, departAt } = wish()
    return vehicle === undefined || departAt === undefined ? undefined : { vehicle, departAt }
  }
  const check = createMemo(() => {
    const [planned, at] = [move(), spot()]
    return planned && at && checkPlan(board(), planned, at, now())
  })
  return {
    ...{ chosen, ride, move, wish, spot, check, setWish },
    /** A move without a ride. */
    choose: (next: BoardMove) => {
      setChosen({ transfer: next.transfer })
      setWish(firstWish(next, board()))
    },
    /** A ride that may be moved. */
    pick: (picked: BoardRide) => {
      if (picked.move === null) return
      setChosen({ transfer: picked.move.transfer, ride: picked.id })
      setWish({ vehicle: picked.vehicle, departAt: picked.departAt })
    },
    close: () => setChosen(undefined),
  }
}
export type Picking = ReturnType<typeof createPicking>
