// Why a plan could not be proven the best. Thrown inside server/plan only; solve-plan makes an outcome of it.

export type UnprovenReason =
  /** The time that was given ran out. */
  | 'time-limit'
  /** The solver stopped without an optimum. */
  | 'solver-stopped'
  /** What the solver gave breaks a hard rule or is not what it says. */
  | 'answer-wrong'

export class Unproven extends Error {
  readonly reason: UnprovenReason

  constructor(reason: UnprovenReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
  }
}
