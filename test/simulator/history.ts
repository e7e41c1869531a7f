// What happened in one simulated world, in order, and what was found wrong in it.

export const FAULTS = [
  'F1 double tap',
  'F1 parallel posts',
  'F2 answer lost',
  'F3 other body',
  'F4 step delayed',
  'F4 steps scrambled',
  'F6 clock wrong',
  'F6 clock jumps',
  'F7 race for a bed',
  'F7 race for a vehicle',
  'F7 race for a claim',
  'F8 bed withdrawn',
  'F9 withdraw against depart',
  'F13 hours offline',
  'F13 slow and lossy',
  'F14 tab killed',
  'F14 killed while sending',
  'F15 session expired',
  'F15 another person',
  'F16 role revoked',
  'F17 old client',
  'F17 server replaced',
  'F22 captive portal',
  'F24 push lost',
  'F24 push late',
  'F25 backup restored',
] as const
export type FaultName = (typeof FAULTS)[number]

/** What a checker may find. */
export const VIOLATIONS = [
  'double-bed',
  'bed-count',
  'double-vehicle',
  'two-reservations',
  'step-back',
  'false-ack',
  'lost-ack',
  'false-refusal',
  'lost-tap',
  'double-effect',
  'other-answer',
  'taken-after-refusal',
  'mismatch-accepted',
  'refusal-gone',
  'sent-by-another',
  'seen-by-another',
  'not-converged',
  'revoked-accepted',
  'negative-duration',
  'row-differs',
  'fault',
] as const
export type ViolationName = (typeof VIOLATIONS)[number]

export type Line = { at: number; what: string; data: unknown }
export type Violation = { at: number; name: ViolationName; what: string }

export class History {
  readonly lines: Line[] = []
  readonly violations: Violation[] = []
  readonly injected = new Map<FaultName, number>()
  /** Small facts for the report: how many taps, commands, answers. */
  readonly counts = new Map<string, number>()
  private readonly clock: () => number

  constructor(clock: () => number) {
    this.clock = clock
  }

  say(what: string, data: unknown = ''): void {
    this.lines.push({ at: this.clock(), what, data })
  }

  inject(fault: FaultName, data: unknown = ''): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1)
    this.say(`! ${fault}`, data)
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  violate(name: ViolationName, what: string): void {
    this.violations.push({ at: this.clock(), name, what })
    this.say(`VIOLATION ${name}`, what)
  }
}
