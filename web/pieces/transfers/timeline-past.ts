import type { Ride, RideState } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Event } from '#shared/wire/event.ts'
import { clock, duration, shortDay } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import type { TimelineStep } from '#web/parts/timeline.tsx'
import { hospitalName, vehicleName } from '#web/pieces/place-name.ts'
import { actorOrg } from '#web/pieces/rcps-name.ts'
import { term } from '#web/pieces/term.ts'

import { RIDE_LEADS, rideDetail } from './timeline-ride.ts'

/** Changes of one act share its instants and its actor; the transfer's own change tells them all. */
const actKey = ({ at, entered, by }: Event): string => `${at} ${entered} ${by.role} ${by.org}`

const actsOf = (events: readonly Event[]): Map<string, Event[]> => {
  const acts = new Map<string, Event[]>()
  for (const event of events) {
    const key = actKey(event)
    acts.set(key, [...(acts.get(key) ?? []), event])
  }
  return acts
}

/** Says nothing a reader needs: the state beside it does. */
const SILENT = ['transfer.routed', 'transfer.corrected', 'beds.counted', 'beds.reported']

/** The changes that stand for an act: the transfer's, or where it did not move the ride's or the reservation's. */
export function toldOf(events: readonly Event[]): Event[] {
  const acts = actsOf(events)
  const told = new Set<Event>()
  for (const act of acts.values()) {
    const heard = act.filter(({ name }) => !SILENT.includes(name))
    const leads = heard.filter(({ name }) => RIDE_LEADS.includes(name))
    const own = leads.length > 0 ? leads : heard.filter(({ subject }) => subject === 'transfer')
    const leading = own.length > 0 ? own : heard.slice(0, 1)
    for (const event of leading) told.add(event)
  }
  return events.filter((event) => told.has(event))
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** "Aangeboden aan Isala Zwolle", "Aangekomen": what was done. */
export function actOf({ name, data }: Event): string {
  if (name === 'ride.advanced') return term('ride', text(data.wrote) ?? text(data.state) ?? '')
  const to = hospitalName(text(data.to) ?? text(data.hospital) ?? '')
  return tryT(`terms.event.${name}`, { to, vehicle: vehicleName(text(data.vehicle) ?? '') }) ?? name
}

/** "Intensivist, UMC Utrecht", "RCPS Zwolle", "MICU Zwolle 1". */
export function actorOf({ by }: Event): string {
  if (by.role === 'system') return term('role', 'system')
  const org = actorOrg(by.role, by.org)
  const named = by.role === 'rcps' || by.role === 'lcps' || by.role === 'crew'
  return named ? org : `${term('role', by.role)}, ${org}`
}

const REASONS: readonly [field: string, list: string][] = [
  ['declineReason', 'decline'],
  ['refusal', 'ride-refusal'],
  ['abortReason', 'abort'],
]

function reasonOf(act: readonly Event[]): string | undefined {
  for (const { name, data } of act) {
    for (const [field, list] of REASONS) {
      const code = text(data[field])
      if (code !== undefined) return term(list, code)
    }
    const end = text(data.endReason)
    if (end !== undefined) return term(name === 'transfer.rejected' ? 'reject' : 'cancel', end)
  }
  return undefined
}

/** "Geëscaleerd naar RCPS Zwolle": how far this one went. */
function escalatedTo({ data }: Event): string | undefined {
  const { escalation } = data as Pick<Transfer, 'escalation'>
  if (escalation == null) return undefined
  const { level, to } = escalation
  return level === 1 ? t('alerts.level.1') : t('alerts.level.2', { who: actorOrg(to.who, to.org) })
}

function detailOf(event: Event): string | undefined {
  const { name, data } = event
  if (name === 'transfer.escalated') return escalatedTo(event)
  if (name === 'transfer.countered') {
    const from = text(data.counterFrom)
    return from && t('transfers.counter.from', { time: `${shortDay(from)} ${clock(from)}` })
  }
  if (name === 'transfer.indicated') return indicated(event)
  if (name === 'transfer.planned') return text(data.vehicle) && vehicleName(text(data.vehicle) ?? '')
  if (name === 'ride.undone') return text(data.wrote) && term('ride', text(data.wrote) ?? '')
  if (name === 'ride.corrected') return correctedTo(data)
  return rideDetail(event)
}

/** "Eerst stabiliseren · Luchtweg eerst zekeren" */
function indicated({ data }: Event): string | undefined {
  const { indication } = data as Pick<Transfer, 'indication'>
  if (indication == null) return undefined
  const why = indication.reason === null ? undefined : t(`transport.indication.why.${indication.reason}`)
  return [t(`transport.indication.${indication.answer}`), why].filter(Boolean).join(' · ')
}

/** "Vertrokken met patiënt: 14:26, eerst 14:31" */
function correctedTo({ wrote, times }: Event['data']): string | undefined {
  const step = text(wrote)
  const time = step === undefined ? undefined : (times as Ride['times'] | undefined)?.[step as RideState]
  if (step === undefined || time === undefined) return undefined
  return t('transfers.timeline.correctedTo', {
    step: term('ride', step),
    time: clock(time.at),
    first: clock(time.first ?? time.at),
  })
}

/** A step that came after a later one, or from a device whose clock was wrong. */
function marksOf({ data, corrected }: Event): (string | undefined)[] {
  const step = text(data.wrote) as RideState | undefined
  const time = step && (data.times as Ride['times'] | undefined)?.[step]
  return [
    time?.late && data.state === undefined ? t('rides.late') : undefined,
    corrected ? t('rides.clockWrong') : undefined,
  ]
}

const STOPS = ['transfer.rejected', 'transfer.withdrawn', 'transfer.deceased']

const MINUTE = 60_000

/** Entry time stands beside event time only where they differ by a minute or more. */
function enteredLate({ at, entered }: Event): string | undefined {
  const late = Date.parse(entered) - Date.parse(at)
  if (Math.abs(late) < MINUTE) return undefined
  return t('transfers.timeline.entered', {
    time: daysBetween(at, entered) === 0 ? clock(entered) : `${shortDay(entered)} ${clock(entered)}`,
    late: duration(Math.abs(late)),
  })
}

/** What happened, oldest first. A day is named where it is not the day of the line above. */
export function pastSteps(events: readonly Event[], now: string): TimelineStep[] {
  const acts = actsOf(events)
  let above = now
  return toldOf(events).map((event) => {
    const act = acts.get(actKey(event)) ?? [event]
    const note = act.find((part) => part.note !== undefined)?.note
    const words = [detailOf(event), reasonOf(act), note && `“${note}”`, ...marksOf(event)]
      .filter(Boolean)
      .join(' · ')
    const sameDay = daysBetween(above, event.at) === 0
    above = event.at
    return {
      state: STOPS.includes(event.name) ? 'stopped' : 'past',
      time: sameDay ? clock(event.at) : `${shortDay(event.at)} ${clock(event.at)}`,
      entered: enteredLate(event),
      act: actOf(event),
      actor: actorOf(event),
      ...(words ? { note: words } : {}),
    }
  })
}
