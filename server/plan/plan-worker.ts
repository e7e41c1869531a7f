// The thread that makes a plan, or explains one: takes its task as its data, tells each stage, then what came of it or why
// there is none. Started by solve-plan only.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Assignment, Plan, PlanInput } from '#shared/matching/plan.ts'
import { type PlanReason, planReasons } from '#shared/matching/plan-rows.ts'
import { makePlan, type PlanStage } from './make-plan.ts'
import { Unproven, type UnprovenReason } from './unproven.ts'

export type WorkerTask =
  | { input: PlanInput; earlier: readonly Assignment[] }
  | { input: PlanInput; explain: readonly Assignment[] }

export type WorkerMessage =
  | { stage: PlanStage }
  | { plan: Plan; reasons: PlanReason[] }
  | { reasons: PlanReason[] }
  | { unproven: UnprovenReason; detail: string }

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message)

// On Linux priority is a thread's own: a plan takes what is left over, everybody else is answered first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const task: WorkerTask = workerData
try {
  if ('explain' in task) tell({ reasons: planReasons(task.input, task.explain) })
  else {
    const { input, earlier } = task
    const plan = await makePlan(input, { earlier, onStage: (stage) => tell({ stage }) })
    tell({ plan, reasons: planReasons(input, plan.assignments) })
  }
} catch (fault) {
  if (!(fault instanceof Unproven)) throw fault
  tell({ unproven: fault.reason, detail: fault.message })
}
