// R9 for the server: makes a plan on a thread of its own, so that everybody else is answered meanwhile. Its caller can
// follow it, take it back and limit it. There is a proven plan or none: never a good guess in its place.
import { Worker } from 'node:worker_threads'
import type { Assignment, Plan, PlanInput } from '#shared/matching/plan.ts'
import type { PlanReason } from '#shared/matching/plan-rows.ts'
import type { PlanStage } from './make-plan.ts'
import type { WorkerMessage, WorkerTask } from './plan-worker.ts'
import type { UnprovenReason } from './unproven.ts'

export type PlanOutcome =
  | { kind: 'planned'; plan: Plan; reasons: PlanReason[] }
  /** By the caller's signal. */
  | { kind: 'cancelled' }
  /** No plan was proven the best; `detail` is for the log. */
  | { kind: 'unproven'; reason: UnprovenReason | 'thread-failed'; detail: string }

export type SolvePlanOptions = {
  limitSeconds: number
  signal?: AbortSignal
  /** Each stage as it begins. */
  onStage?: (stage: PlanStage) => void
  /** Of the best plans one that moves few of these. */
  earlier?: readonly Assignment[]
}

/** Megabytes for the thread's objects (the solver's own memory comes beside it). */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 256 }

/** Never rejects. The input must have passed R9's schema. */
export function solvePlan(input: PlanInput, options: SolvePlanOptions): Promise<PlanOutcome> {
  const { limitSeconds, signal, onStage, earlier = [] } = options
  if (signal?.aborted) return Promise.resolve({ kind: 'cancelled' })
  return new Promise((resolve) => {
    const worker = startWorker({ input, earlier })
    const settle = (outcome: PlanOutcome): void => {
      worker.removeAllListeners('message')
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(outcome)
      void worker.terminate()
    }
    const cancel = (): void => settle({ kind: 'cancelled' })
    const failed = (detail: string): void => settle({ kind: 'unproven', reason: 'thread-failed', detail })
    const timer = setTimeout(
      () => settle({ kind: 'unproven', reason: 'time-limit', detail: `after ${limitSeconds} s` }),
      limitSeconds * 1000,
    )
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if ('stage' in message) onStage?.(message.stage)
      else if ('plan' in message) settle({ kind: 'planned', ...message })
      else if ('unproven' in message)
        settle({ kind: 'unproven', reason: message.unproven, detail: message.detail })
    })
    worker.on('error', (fault) => failed(fault.message.slice(0, 200)))
    worker.on('exit', (code) => failed(`thread ended with code ${code}`))
  })
}

/** Why a plan sends each request where it does, for one that was kept. Rejects when the thread fails. */
export function explainKept(input: PlanInput, explain: readonly Assignment[]): Promise<PlanReason[]> {
  return new Promise((resolve, reject) => {
    const worker = startWorker({ input, explain })
    worker.on('message', (message: WorkerMessage) => {
      if ('reasons' in message) resolve(message.reasons)
      void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`thread ended with code ${code}`)))
  })
}

const startWorker = (workerData: WorkerTask): Worker =>
  new Worker(new URL('./plan-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: THREAD_MEMORY,
    execArgv: [],
  })
