// A day's filling on a thread of its own, so that everybody else is answered meanwhile. Called by the day board's view.
import { Worker } from 'node:worker_threads'
import type { FillInput } from '#shared/transport/fill.ts'
import type { Filling } from './fill-search.ts'

/** Beside the search itself: loading the solver, and the thread. */
const GRACE_MS = 4000

/** Null where the thread failed or took far too long. Never rejects. */
export function solveFill(input: FillInput, limitMs: number): Promise<Filling | null> {
  return new Promise((resolve) => {
    const file = new URL('./fill-worker.ts', import.meta.url)
    const limits = { maxOldGenerationSizeMb: 256 }
    const worker = new Worker(file, { workerData: { input, limitMs }, resourceLimits: limits, execArgv: [] })
    const settle = (filling: Filling | null): void => {
      clearTimeout(timer)
      resolve(filling)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(null), limitMs + GRACE_MS)
    worker.on('message', (filling: Filling) => settle(filling))
    worker.on('error', () => settle(null))
    worker.on('exit', () => settle(null))
  })
}
