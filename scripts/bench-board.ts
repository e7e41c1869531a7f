// `npm run -s bench:board`: fair share (R7) and the board over 5 000 open transfers, as a screen reckons them at each
// change. Prints the medians and the slowest of the runs.
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { presentByGroup } from '#shared/matching/match-facts.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { BEDS } from '#shared/terms.ts'
import { boardOf } from '#shared/transfers/board.ts'
import { busyNation } from '#test/support/busy-nation.ts'
import { people, plus, someBeds, T0 } from '#test/support/builders.ts'

const REQUESTS = 5000
const RUNS = 101
const BUDGET_MS = 50

const rows = busyNation(REQUESTS)
const beds = hospitals.flatMap(({ id }) => BEDS.map((bed) => someBeds(id, bed)))
const view = { filter: {}, viewer: people.lcps, nameOf: (id: string) => id }

function once(run: number): { share: number; board: number } {
  const started = performance.now()
  for (const bed of BEDS) fairShare({ current: presentByGroup(beds, bed) })
  const shared = performance.now()
  const { open } = boardOf(rows, new Map(), { ...view, now: plus(run, T0) })
  if (open !== REQUESTS) throw new Error(`${open} of ${REQUESTS} on the board`)
  return { share: shared - started, board: performance.now() - shared }
}

const cold = once(0)
const runs = Array.from({ length: RUNS }, (_, run) => once(run + 1))
const middle = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
const ms = (figure: number): string => `${figure.toFixed(1)} ms`
const whole = runs.map(({ share, board }) => share + board)

console.log(`${REQUESTS} open transfers, ${hospitals.length} hospitals, ${RUNS} runs\n`)
console.log('| | first run | median | slowest |\n|---|---|---|---|')
for (const [what, first, figures] of [
  ['R7, IC and ward', cold.share, runs.map(({ share }) => share)],
  ['the board', cold.board, runs.map(({ board }) => board)],
  ['together', cold.share + cold.board, whole],
] as const)
  console.log(`| ${what} | ${ms(first)} | ${ms(middle(figures))} | ${ms(Math.max(...figures))} |`)
process.exitCode = middle(whole) <= BUDGET_MS ? 0 : 1
