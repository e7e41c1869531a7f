import { describe, expect, test } from 'vitest'
import type { Setting } from '#shared/settings/setting.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Event, EventName } from '#shared/wire/event.ts'
import { aRide, aTransfer, ids, people, places, plus, T0 } from '#test/support/builders.ts'
import { aheadSteps } from '#web/pieces/transfers/timeline-ahead.ts'
import { pastSteps } from '#web/pieces/transfers/timeline-past.ts'

let count = 0
const event = (name: EventName, at: string, over: Partial<Event> = {}): Event => ({
  name,
  subject: name.slice(0, name.indexOf('.')) as Event['subject'],
  id: `row-${count++}`,
  data: {},
  rev: 1,
  transfer: ids.transfer,
  at,
  entered: at,
  by: { role: 'rcps', org: places.region },
  ...over,
})

const ward = { role: 'bed-desk' as const, org: places.to }
const acts = (events: Event[]) => pastSteps(events, plus(120)).map(({ act }) => act)

describe('what happened', () => {
  test('one act of several changes is one line, told by the transfer', () => {
    const offered = { data: { to: places.to } }
    expect(
      acts([
        event('transfer.submitted', T0),
        event('transfer.routed', T0),
        event('transfer.offered', plus(5), offered),
        event('reservation.offered', plus(5)),
        event('reservation.confirmed', plus(9), { by: ward }),
        event('transfer.reserved', plus(9), { by: ward }),
        event('beds.counted', plus(9), { by: ward }),
      ]),
    ).toEqual(['Aanvraag ingediend', 'Aangeboden aan Radboudumc Nijmegen', 'Bed gereserveerd'])
  })

  test('a directed request is filed and offered in one act: both are told', () => {
    const first = [
      event('transfer.submitted', T0),
      event('transfer.routed', T0),
      event('transfer.offered', T0),
    ]
    expect(acts(first)).toHaveLength(2)
  })

  test('a step of the ride that leaves the transfer where it is has its own line', () => {
    const crew = { role: 'crew' as const, org: places.vehicle }
    const rode = [
      event('ride.advanced', T0, { by: crew, data: { state: 'at-origin' } }),
      event('ride.advanced', plus(9), { by: crew, data: { state: 'departed' } }),
      event('transfer.departed', plus(9), { by: crew }),
    ]
    expect(acts(rode)).toEqual(['Bij de patiënt', 'Patiënt vertrokken'])
  })

  test('a step that came late, one that was corrected, taken back or told by a wrong clock says so', () => {
    const crew = { role: 'crew' as const, org: places.vehicle }
    const at = (minutes: number, over = {}) => ({ at: plus(minutes), entered: plus(minutes), ...over })
    const late = { wrote: 'en-route', times: { 'en-route': at(5, { late: true }) } }
    const corrected = { wrote: 'departed', times: { departed: at(20, { first: plus(25) }) } }
    const back = { wrote: 'handed-over', state: 'at-destination' }
    const rode = [
      event('ride.advanced', plus(5), { by: crew, data: late }),
      event('ride.corrected', plus(30), { by: crew, data: corrected }),
      event('transfer.corrected', plus(30), { by: crew, data: { since: plus(20) } }),
      event('ride.undone', plus(40), { by: crew, data: back }),
      event('ride.noted', plus(50), { by: crew, corrected: true }),
    ]
    expect(pastSteps(rode, plus(120)).map(({ act, note }) => [act, note])).toEqual([
      ['Onderweg naar patiënt', 'later ontvangen dan de stap erna'],
      ['Tijd van ritstap gecorrigeerd', 'Vertrokken met patiënt: 11:20, eerst 11:25'],
      ['Ritstap ongedaan gemaakt', 'Overgedragen'],
      ['Opmerking van de bemanning', 'tijd gecorrigeerd: klok van het toestel'],
    ])
  })

  test('the hospital that was asked once still reads its own answer, with the reason', () => {
    const [line] = pastSteps(
      [event('reservation.declined', T0, { by: ward, data: { declineReason: 'no-staff' }, note: 'Griep.' })],
      plus(120),
    )
    expect(line).toMatchObject({ act: 'Afgewezen', actor: 'Bedcoördinator, Radboudumc Nijmegen' })
    expect(line?.note).toBe('Geen personeel · “Griep.”')
  })

  test('entry time stands beside event time only where they differ by a minute', () => {
    const entered = (minutes: number) =>
      pastSteps([event('transfer.submitted', T0, { entered: plus(minutes) })], plus(120))[0]?.entered
    expect(entered(0.9)).toBeUndefined()
    expect(entered(12)).toBe('ingevoerd 11:12, 12 min later')
  })

  test('a day is named where it is another than the line above', () => {
    const times = pastSteps(
      [event('transfer.submitted', T0), event('transfer.verified', plus(24 * 60))],
      plus(24 * 60),
    )
    expect(times.map(({ time }) => time)).toEqual(['za 21 nov 11:00', 'zo 22 nov 11:00'])
  })

  test('what ended it has the mark of what has stopped', () => {
    const [line] = pastSteps(
      [event('transfer.withdrawn', T0, { data: { endReason: 'patient-unstable' } })],
      T0,
    )
    expect(line).toMatchObject({ state: 'stopped', note: 'Patiënt niet stabiel genoeg' })
  })
})

describe('what is still to come', () => {
  let settings: Setting[] = []
  const ahead = (over: Parameters<typeof aTransfer>[0], ride = null as ReturnType<typeof aRide> | null) =>
    aheadSteps({
      transfer: aTransfer(over),
      ride,
      now: T0,
      memberships: people.rcps.memberships,
      settings,
    })
  const words = (over: Parameters<typeof aTransfer>[0], ride = null as ReturnType<typeof aRide> | null) =>
    ahead(over, ride).map(({ act }) => act)

  test('begins with whose turn it is and ends with closing, each step once', () => {
    const urgent = { state: 'verifying', kind: 'urgent', ground: 'bed-shortage' } as const
    expect(words(urgent)).toEqual([
      'U verifieert',
      'Bed zoeken',
      'Ziekenhuis bevestigt bed',
      'Rit plannen',
      'Vertrek',
      'Aankomst',
      'Overdragen en afsluiten',
    ])
    expect(ahead(urgent)[1]?.time).toBe('max. 30 min')
  })

  test('shows the limits that are set, from when they hold', () => {
    const urgent = { state: 'verifying', kind: 'urgent', ground: 'bed-shortage' } as const
    const limit = (value: number, inForceFrom: string): Setting => ({
      ...{ id: `limit-${value}`, rev: 1, list: 'setting', name: 'limit.match.urgent', value },
      ...{ decidedBy: 'Beheer', reason: 'Drukte', decidedAt: T0, inForceFrom },
    })
    settings = [limit(45, T0), limit(50, plus(60))]
    expect(ahead(urgent)[1]?.time).toBe('max. 45 min')
    settings = []
  })

  test('departure carries its window, and once planned its time', () => {
    const reserved: Partial<Transfer> = {
      state: 'reserved',
      to: places.to,
      desks: [places.desk],
      window: { basis: 'next-morning', from: '2026-11-22T07:00:00Z', until: '2026-11-22T11:00:00Z' },
    }
    expect(ahead(reserved).find(({ act }) => act === 'Vertrek')?.note).toBe('morgen zo 22 nov, 08:00–12:00')
    const planned: Partial<Transfer> = {
      ...reserved,
      state: 'planned',
      ride: ids.ride,
      vehicle: places.vehicle,
    }
    const depart = ahead(planned, aRide({ state: 'at-origin' }))
    expect(depart.map(({ act }) => act).slice(1)).toEqual(['Aankomst', 'Overdragen en afsluiten'])
  })

  test('on hold it shows where it goes on after', () => {
    const held = words({ state: 'on-hold', heldFrom: 'matching' })
    expect(held.slice(1)).toEqual([
      'Bed zoeken',
      'Ziekenhuis bevestigt bed',
      'Rit plannen',
      'Vertrek',
      'Aankomst',
      'Overdragen en afsluiten',
    ])
    expect(ahead({ state: 'on-hold', heldFrom: 'matching' })[0]?.state).toBe('stopped')
  })

  test('nothing, once it has ended', () => {
    for (const state of ['closed', 'withdrawn', 'rejected', 'solved-elsewhere', 'deceased'] as const)
      expect(words({ state })).toEqual([])
  })

  test('what the server does not have yet is nobody’s turn', () => {
    expect(words({ code: '' })[0]).toBe('Wacht op dit toestel tot hij verzonden is')
  })
})
