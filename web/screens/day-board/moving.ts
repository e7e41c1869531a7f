import { createSignal } from 'solid-js'

import type { BoardMove, BoardRide } from '#shared/wire/day-board.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import type { Spot } from '#web/pieces/day-board/timeline.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'

import type { createPlanning } from './planning.ts'

type Moved = { label: string; ride: BoardRide; planned: BoardMove }

/** A ride gets another spot, and for ten seconds its old one back. */
export function createMoving(planning: ReturnType<typeof createPlanning>) {
  const [moved, setMoved] = createSignal<Moved>()
  const escortedOn = ({ fits }: BoardMove, vehicle: string): boolean =>
    fits.find((fit) => fit.vehicle === vehicle)?.escorted ?? false

  async function move(
    ride: BoardRide,
    planned: BoardMove,
    { vehicle, departAt }: Spot,
    reason: string | undefined,
  ): Promise<boolean> {
    setMoved(undefined)
    const { transfer, code } = planned
    const onto = { vehicle, departAt, escorted: escortedOn(planned, vehicle) }
    const done = await planning.moveOne({ id: ride.id, transfer, code }, onto, reason)
    if (!done) return false
    const label = t('dayBoard.move.done', {
      code: `${code.slice(0, 3)}-${code.slice(3)}`,
      vehicle: vehicleName(vehicle),
      at: clock(departAt),
    })
    // The bar that takes it back says it aloud.
    setMoved({ label, ride, planned })
    return true
  }

  async function undo(): Promise<void> {
    const last = moved()
    if (last === undefined) return
    setMoved(undefined)
    const { ride, planned } = last
    const { transfer, code } = planned
    const { vehicle, departAt } = ride
    const back = { vehicle, departAt, escorted: escortedOn(planned, vehicle) }
    const reason = ride.outsideWindow || ride.outsideShift ? t('dayBoard.move.back') : undefined
    if (await planning.moveOne({ id: ride.id, transfer, code }, back, reason))
      announce(t('dayBoard.move.back'), 'polite')
  }

  return { move, moved, undo, forget: () => setMoved(undefined) }
}
