// A thread that runs seeds one after the other and tells what came of each. Started by scripts/simulate.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { BREAKS, WHOLE } from './breaks.ts'
import type { Line, Violation } from './history.ts'
import { FULL, SHORT } from './script.ts'
import { simulate } from './simulate.ts'

export type Ordered = { seeds: number[]; short: boolean; broken: string | null; trace: boolean }
export type Told = {
  seed: number
  violations: Violation[]
  injected: [string, number][]
  counts: [string, number][]
  lines: Line[]
}

const { seeds, short, broken, trace } = workerData as Ordered
for (const seed of seeds) {
  const history = await simulate(seed, short ? SHORT : FULL, BREAKS[broken ?? ''] ?? WHOLE)
  const { violations, injected, counts, lines } = history
  const told: Told = {
    seed,
    violations,
    injected: [...injected],
    counts: [...counts],
    lines: trace || violations.length > 0 ? lines : [],
  }
  parentPort?.postMessage(told)
}
