import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alertFollows, alertSteps } from '#shared/alerts/alert-steps.ts'
import { reservationFollows, reservationSteps } from '#shared/beds/reservation-steps.ts'
import { rideFollows, rideSteps } from '#shared/rides/ride-steps.ts'
import { transferFollows, transferSteps } from '#shared/transfers/transfer-steps.ts'
import { COMMAND_NAMES, envelope, payloads } from '#shared/wire/command.ts'
import { decisions } from '#shared/wire/decisions.ts'
import { applyEvent, EVENT_NAMES } from '#shared/wire/event.ts'
import { REFUSAL_CODES } from '#shared/wire/refusal.ts'
import { anId, T0 } from '#test/support/builders.ts'

const textsUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

describe('the lists close', () => {
  it('every command has a payload, a decision and, where it moves a row, a step', () => {
    expect(Object.keys(decisions).sort()).toEqual(COMMAND_NAMES.toSorted())
    const steps = Object.keys({ ...transferSteps, ...reservationSteps, ...rideSteps, ...alertSteps })
    const stepless = COMMAND_NAMES.filter((name) => !steps.includes(name))
    const beds = ['report', 'observe', 'correct', 'lift', 'lapse', 'remind'].map((name) => `beds.${name}`)
    const own = [
      'transfer.submit',
      'emergency.open',
      'emergency.end',
      ...beds,
      'phase.announce',
      'setting.decide',
      'wish.publish',
      'exemption.grant',
      'exemption.end',
      'key-set.record',
      'region-key.set',
      'abroad.open',
      'abroad.close',
      'partner.enter',
      'partner.withdraw',
    ]
    // Decided and listed, each without a line of states.
    own.push('vehicle.set', 'vehicle.out', 'vehicle.back', 'team.start', 'team.end')
    own.push('help.ask', 'help.answer', 'help.next', 'help.end', 'help.settle')
    expect(stepless.toSorted()).toEqual(own.toSorted())
    expect(steps.filter((name) => !COMMAND_NAMES.includes(name as never))).toEqual([])
  })

  it('every event of the steps is in the list, each name once', () => {
    const tables = [
      transferSteps,
      transferFollows,
      reservationSteps,
      reservationFollows,
      rideSteps,
      rideFollows,
      alertSteps,
      alertFollows,
    ]
    const named = tables.flatMap((steps) => Object.values(steps).map(({ event }) => event))
    expect(named.filter((event) => !EVENT_NAMES.includes(event))).toEqual([])
    expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length)
  })

  it('every refusal that shared can return is met in a test', () => {
    const source = textsUnder('shared').join('\n')
    const tests = textsUnder('test/shared').join('\n')
    const returned = [...source.matchAll(/(?:refuse\(|code: )'([a-z.-]+)'/g)].map(([, code]) => code ?? '')
    const codes = [...new Set(returned)].filter((code) => REFUSAL_CODES.includes(code as never))
    expect(codes.length).toBeGreaterThan(20)
    expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([])
  })
})

describe('the door', () => {
  const payload = { transfer: anId(1) }
  it('takes uuids and instants, and no field beyond the list', () => {
    const command = { id: anId(8), name: 'transfer.claim', at: T0, payload }
    expect(envelope.safeParse(command).success).toBe(true)
    expect(envelope.safeParse({ ...command, at: 'vandaag' }).success).toBe(false)
    expect(envelope.safeParse({ ...command, as: 'admin' }).success).toBe(false)
    expect(payloads['transfer.claim'].safeParse(payload).success).toBe(true)
    expect(payloads['transfer.claim'].safeParse({ transfer: 'x' }).success).toBe(false)
    expect(payloads['transfer.claim'].safeParse({ ...payload, from: 'x' }).success).toBe(false)
  })

  it.each([
    ['national', true],
    ['region:nazmn', true],
    ['nazmn', false],
    ['region:nergens', false],
    ['region:region:nazmn', false],
  ])('a phase’s scope: %s', (scope, fine) => {
    const announced = {
      phase: anId(5),
      scope,
      to: '1b',
      decidedBy: 'roaz',
      advice: [],
      reason: 'drukte',
      inForceFrom: T0,
    }
    expect(payloads['phase.announce'].safeParse(announced).success).toBe(fine)
  })
})

describe('applying an event', () => {
  const row = { rev: 3, state: 'a', kept: 1 }
  it('sets what changed and the revision; what is in the row already changes nothing', () => {
    expect(applyEvent(row, { rev: 4, data: { state: 'b' } })).toEqual({ rev: 4, state: 'b', kept: 1 })
    expect(applyEvent(row, { rev: 3, data: { state: 'b' } })).toBe(row)
    expect(applyEvent(row, { rev: 2, data: { state: 'b' } })).toBe(row)
    expect(applyEvent(undefined, { rev: 1, data: { state: 'b' } })).toEqual({ rev: 1, state: 'b' })
  })
})
