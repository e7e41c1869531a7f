// The thread that makes a plan: takes R9's input as its data, tells each stage, then the plan or why there is none.
// Started by solve-plan only.
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan, PlanInput } from '#shared/matching/plan.ts'
import { makePlan, type PlanStage } from './make-plan.ts'
import { Unproven, type UnprovenReason } from './unproven.ts'

export type WorkerMessage =
  | { stage: PlanStage }
  | { plan: Plan }
  | { unproven: UnprovenReason; detail: string }

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message)

const input: PlanInput = workerData
try {
  tell({ plan: await makePlan(input, { onStage: (stage) => tell({ stage }) }) })
} catch (fault) {
  if (!(fault instanceof Unproven)) throw fault
  tell({ unproven: fault.reason, detail: fault.message })
}
