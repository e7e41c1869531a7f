import type { BoardMove, DayBoard } from '#shared/wire/day-board.ts'
import { checkPlan } from '#web/pieces/day-board/plan-check.ts'
import type { Spot } from '#web/pieces/day-board/timeline.tsx'

const FIVE = 5 * 60_000

/** The best kind's first vehicle on the board, as early as the patient and the window allow. */
export function firstWish(move: BoardMove, board: DayBoard): Partial<Spot> {
  const shown = new Set(board.vehicles.map(({ id }) => id))
  const vehicle = move.fits.find((fit) => shown.has(fit.vehicle))?.vehicle
  if (vehicle === undefined) return {}
  const soon = new Date(Date.parse(board.at) + 45 * 60_000).toISOString()
  const earliest = [move.readyFrom, move.window?.from ?? '', soon, board.from].sort().at(-1) ?? soon
  const departAt = new Date(Math.ceil(Date.parse(earliest) / FIVE) * FIVE).toISOString()
  const { stop, next } = checkPlan(board, move, { vehicle, departAt }, board.at)
  return { vehicle, departAt: stop === null ? departAt : (next() ?? departAt) }
}
