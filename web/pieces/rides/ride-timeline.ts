import type { Ride, RideState, StepTime } from '#shared/rides/ride.ts'
import { RIDE_LINE } from '#shared/rides/ride-steps.ts'
import { clock, duration, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import type { TimelineStep } from '#web/parts/timeline.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

const MINUTE = 60_000

const short = (at: string, now: string): string => (daysBetween(now, at) === 0 ? clock(at) : moment(at, now))

/** "14:40 bij de server": only where entry time and event time differ by a minute or more. */
export function enteredLater({ at, entered }: StepTime): string | undefined {
  const late = Date.parse(entered) - Date.parse(at)
  if (Math.abs(late) < MINUTE) return undefined
  return t('rides.entered', {
    time: daysBetween(at, entered) === 0 ? clock(entered) : moment(entered, at),
    late: duration(Math.abs(late)),
  })
}

const placeOf = (step: RideState, { from, to }: Ride): string | undefined =>
  step === 'at-origin' || step === 'departed'
    ? hospitalName(from)
    : step === 'at-destination' || step === 'handed-over'
      ? hospitalName(to)
      : undefined

/** What was done on a ride with its times and notes, what is next, and what is still to come. */
export function rideTimeline(ride: Ride, now: string): TimelineStep[] {
  const aborted = ride.state === 'aborted'
  const next = aborted ? -1 : RIDE_LINE.indexOf(ride.state as (typeof RIDE_LINE)[number]) + 1
  const steps = pastOf(ride, next, now)
  if (aborted)
    return [
      ...steps,
      {
        state: 'stopped',
        time: short(ride.since, now),
        act: term('ride', 'aborted'),
        ...(ride.abortReason ? { actor: term('abort', ride.abortReason) } : {}),
      },
    ]
  RIDE_LINE.slice(next).forEach((step, index) => {
    const place = placeOf(step, ride)
    steps.push({
      state: index === 0 ? 'now' : 'future',
      time: '',
      act: term('ride', step),
      ...(place ? { actor: place } : {}),
      ...(step === 'departed' ? { note: t('rides.plannedAt', { at: short(ride.departAt, now) }) } : {}),
    })
  })
  return steps
}

/** Steps in the order of the line, notes where they were told; a step that a later one tells of has no time yet. */
function pastOf(ride: Ride, next: number, now: string): TimelineStep[] {
  const notes = [...ride.notes].sort((a, b) => a.at.localeCompare(b.at))
  const steps: TimelineStep[] = []
  const tellNotes = (before?: string) => {
    while (notes[0] !== undefined && (before === undefined || notes[0].at < before)) {
      const { at, note } = notes.shift() ?? notes[0]
      steps.push({ state: 'past', time: short(at, now), act: term('note', note), actor: t('rides.noteBy') })
    }
  }
  for (const [place, step] of RIDE_LINE.entries()) {
    const time = ride.times[step]
    if (step === 'planned' || (time === undefined && place >= next)) continue
    if (time !== undefined) tellNotes(time.at)
    steps.push({ state: 'past', time: time ? short(time.at, now) : '–', ...words(step, ride, time) })
  }
  tellNotes()
  return steps
}

function words(
  step: RideState,
  ride: Ride,
  time: StepTime | undefined,
): Pick<TimelineStep, 'act' | 'actor' | 'note'> {
  const place = placeOf(step, ride)
  const checked =
    step === 'departed' && ride.checked !== null ? t(`rides.checked.${ride.checked}`) : undefined
  const note = [checked, ...(time === undefined ? [t('rides.timeMissing')] : marks(time))]
    .filter(Boolean)
    .join(' · ')
  return { act: term('ride', step), ...(place ? { actor: place } : {}), ...(note ? { note } : {}) }
}

function firstSaid({ first, by }: StepTime): string | undefined {
  if (by === 'receiver') return t('rides.byReceiver')
  if (first === undefined) return undefined
  return t(by === 'both' ? 'rides.receiverSaid' : 'rides.first', { time: clock(first) })
}

/** What a reader must know of a time beside the time itself. */
const marks = (time: StepTime): (string | undefined)[] => [
  firstSaid(time),
  time.corrected ? t('rides.clockWrong') : undefined,
  enteredLater(time),
  time.late ? t('rides.late') : undefined,
]
