import { minutesOf } from '#shared/alerts/due.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Settings } from '#shared/settings/setting-of.ts'
import { type Act, actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { clock, duration, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import type { TimelineStep } from '#web/parts/timeline.tsx'
import { windowWords } from '#web/pieces/transport/window-words.ts'

import { actsSentence } from './acts-now-words.ts'
import { dueAt } from './whom-to-call.ts'

type Facts = {
  transfer: Transfer
  ride: Ride | null
  now: string
  memberships: Parameters<typeof isMyTurn>[1]
  /** The register's lines: the limits that hold are the ones that were set. */
  settings: Settings
}

/** The steps of a transfer that goes well, and the acts that belong to each. */
const LINE = ['verify', 'match', 'confirm', 'plan', 'depart', 'arrive', 'close'] as const
type Ahead = (typeof LINE)[number]

const STANDS_AT: Record<Exclude<Act, 'none' | 'resume'>, Ahead> = {
  verify: 'verify',
  match: 'match',
  'answer-counter': 'confirm',
  acknowledge: 'confirm',
  confirm: 'confirm',
  plan: 'plan',
  'accept-ride': 'depart',
  'drive-to-origin': 'depart',
  load: 'depart',
  drive: 'arrive',
  'hand-over': 'close',
  close: 'close',
}

const short = (at: string, now: string): string => (daysBetween(now, at) === 0 ? clock(at) : moment(at, now))

/** In which time a step is to be done: the ride's own time, the window of R5, or the step's limit. */
function timeOf(step: Ahead, { transfer, ride, now, settings }: Facts): { time: string; note?: string } {
  if (step === 'depart') {
    if (ride !== null) return { time: short(ride.departAt, now) }
    if (transfer.window === null) return { time: '' }
    return { time: '', note: windowWords(transfer.window, now) }
  }
  const minutes = minutesOf('limit', { act: step, kind: transfer.kind }, { settings, now })
  return {
    time: minutes === null ? '' : t('transfers.timeline.within', { limit: duration(minutes * 60_000) }),
  }
}

/** Whose turn it is, then what is still to come; empty once the transfer has ended. */
export function aheadSteps(facts: Facts): TimelineStep[] {
  const { transfer, ride, now } = facts
  if (!isOpen(transfer)) return []
  const acts = actsNow(transfer, ride)
  const due = dueAt(acts)
  const unsent: TimelineStep = {
    state: 'now',
    time: t('transfers.timeline.now'),
    act: t('transfers.unsent.step'),
  }
  const turn: TimelineStep = {
    state: transfer.state === 'on-hold' ? 'stopped' : 'now',
    time: t('transfers.timeline.now'),
    act: actsSentence(acts, isMyTurn(acts, facts.memberships)),
    ...(due === null ? {} : { note: t('transfers.timeline.due', { time: short(due, now) }) }),
  }
  if (transfer.code === '') return [unsent, ...futureSteps(transfer.state === 'verifying' ? 0 : 1, facts)]
  const held = transfer.heldFrom === null ? transfer : { ...transfer, state: transfer.heldFrom }
  const { act } = transfer.state === 'on-hold' ? actsNow(held, ride) : acts
  if (act === 'none' || act === 'resume') return [turn]
  const from = LINE.indexOf(STANDS_AT[act]) + (transfer.state === 'on-hold' || act === 'hand-over' ? 0 : 1)
  return [turn, ...futureSteps(from, facts)]
}

const futureSteps = (from: number, facts: Facts): TimelineStep[] =>
  LINE.slice(from).map((step) => {
    const { time, note } = timeOf(step, facts)
    return { state: 'future', time, act: t(`transfers.ahead.${step}`), ...(note ? { note } : {}) }
  })
