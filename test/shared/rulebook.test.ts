import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planSchema } from '#shared/matching/plan-input.ts'
import { asked, rulebook } from '#shared/rulebook.ts'

/** The plan's answer takes a solver; its input is held here beside the others'. */
const rules = new Map([...rulebook, ['plan', asked(planSchema, () => null)]])

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Path = (string | number)[]

/** Fields with `?` or a default in the rulebook; any other is required. */
const OPTIONAL = new Set([
  'phase.advice',
  'route.ground',
  'transport.support',
  'transport.escort',
  'transport.destination',
  'transport.fleet.micu',
  'transport.fleet.ambulance',
  'transport.fleet.ambulance-plus',
  'transport.fleet.helicopter',
  'transport.fleet.bus',
  'transport.groupSize',
  'transport.canSit',
  'schedule.exception',
  'fair-share.keys',
  'fair-share.exempt',
  'fair-share.extra',
  'match.request.level',
  'match.request.declinedBy',
  'match.hospitals.*.capacity.ic',
  'match.hospitals.*.capacity.ward',
  'match.extra',
  'plan.requests.*.level',
  'plan.requests.*.declinedBy',
  'plan.hospitals.*.capacity.ic',
  'plan.hospitals.*.capacity.ward',
  'oxygen.reservePercent',
])
/** Maps from a group to a number: any key may come or go. */
const MAPS = ['fair-share.keys', 'fair-share.current', 'match.current', 'plan.current']

const vectorsOf = (rule: string): { input: Json }[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${rule}.json`, import.meta.url), 'utf8'))

const nameOf = (rule: string, path: Path): string =>
  [rule, ...path.map((step) => (typeof step === 'number' ? '*' : step))].join('.')

function* nodes(value: Json, path: Path = []): Generator<{ path: Path; value: Json }> {
  yield { path, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* nodes(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** The same input with another value at the path; undefined leaves the field out. */
function changed(value: Json, [step, ...rest]: Path, to: Json | undefined): Json | undefined {
  if (step === undefined) return to
  if (Array.isArray(value)) {
    return value.map((inner, at) => (at === step ? (changed(inner, rest, to) ?? null) : inner))
  }
  if (typeof value !== 'object' || value === null) return value
  const inner = changed(value[step] ?? null, rest, to)
  const { [step]: _, ...others } = value
  return inner === undefined ? others : { ...others, [step]: inner }
}

function refusedAt(rule: string, input: unknown): string[] {
  const answer = rules.get(rule)?.(input)
  if (answer === undefined || !('issues' in answer)) return []
  return answer.issues.map((issue) =>
    nameOf(
      rule,
      issue.path.filter((step) => typeof step !== 'symbol'),
    ),
  )
}

const isMap = (name: string): boolean => MAPS.includes(name)
const isObject = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe.each([...rules.keys()])('the strict input of %s', (rule) => {
  const inputs = vectorsOf(rule).map(({ input }) => input)
  const all = inputs.flatMap((input) => [...nodes(input)].map((node) => ({ input, ...node })))

  it('refuses an unknown field in every object', () => {
    for (const { input, path, value } of all) {
      const name = nameOf(rule, path)
      if (!isObject(value) || isMap(name)) continue
      expect(refusedAt(rule, changed(input, [...path, 'surplus'], 1))).toContain(name)
    }
  })

  it('refuses a missing field, unless it has a `?` or a default', () => {
    for (const { input, path } of all) {
      const [name, holder] = [nameOf(rule, path), nameOf(rule, path.slice(0, -1))]
      if (typeof path.at(-1) !== 'string' || isMap(holder)) continue
      // A ground is required when urgent, which a table of fields cannot say.
      if (path.at(-1) === 'ground') continue
      const refused = refusedAt(rule, changed(input, path, undefined))
      if (OPTIONAL.has(name)) expect(refused).toEqual([])
      else expect(refused).toContain(name)
    }
  })

  it('refuses another kind of value, an unknown word and a number out of range', () => {
    for (const { input, path, value } of all) {
      const name = nameOf(rule, path)
      const against: Json[] = [{ surplus: true }]
      if (typeof value === 'number')
        against.push('1', null, ...(/\.(lat|lon)$/.test(name) ? [181, -181] : [-1]))
      if (typeof value === 'boolean') against.push(1, 'true', null)
      if (typeof value === 'string') against.push(1, '', null)
      if (Array.isArray(value)) against.push('', 1, null)
      for (const other of against) {
        const refused = refusedAt(rule, changed(input, path, other))
        expect(refused.some((at) => at === name || at.startsWith(`${name}.`))).toBe(true)
      }
    }
  })
})

describe('the strict input at its bounds', () => {
  const oxygen = { flowLpm: 10, fio2Percent: 21, minutes: 1, cylinders: [{ litres: 2, bar: 150 }] }
  const trip = { bed: 'ic', distanceKm: 1, phase: '2a', fleet: {} }
  const beds = {
    operational: 1,
    occupied: 1,
    reserved: 0,
    boss: 0,
    reportedAt: '2026-11-21T12:00:00Z',
    now: '2026-11-21T12:00:00+01:00',
  }
  const change = { scope: 'region:nazb', from: '1a', to: '1b', decidedBy: 'roaz' }
  const share = { current: { azo: 3 } }

  it.each([
    ['oxygen', oxygen, {}],
    ['oxygen', oxygen, { fio2Percent: 100, flowLpm: 0.5, minutes: 0, reservePercent: 0, cylinders: [] }],
    ['transport', trip, { escort: null, distanceKm: 0, groupSize: 1, fleet: { bus: 0 } }],
    ['transport', trip, { destination: { country: 'DE', nearBorder: true } }],
    ['capacity', beds, { operational: 0 }],
    ['phase', change, { scope: 'national', advice: [] }],
    ['fair-share', share, { keys: {}, exempt: ['azo', 'unknown'], current: {}, extra: 0 }],
    ['fair-share', share, { keys: { azo: 0.1, nazb: 15.1, 'weser-ems': 4 } }],
  ] as const)('accepts for %s', (rule, input, facts) => {
    expect(refusedAt(rule, { ...input, ...facts })).toEqual([])
  })

  it.each([
    ['oxygen', oxygen, { fio2Percent: 20.9 }, 'fio2Percent'],
    ['oxygen', oxygen, { fio2Percent: 100.1 }, 'fio2Percent'],
    ['oxygen', oxygen, { cylinders: [{ litres: 2, bar: -0.1 }] }, 'cylinders.*.bar'],
    ['transport', trip, { groupSize: 0 }, 'groupSize'],
    ['transport', trip, { groupSize: 1.5 }, 'groupSize'],
    ['transport', trip, { fleet: { micu: 0.5 } }, 'fleet.micu'],
    ['transport', trip, { destination: { country: 'nl', nearBorder: false } }, 'destination.country'],
    ['capacity', beds, { boss: 0.5 }, 'boss'],
    ['capacity', beds, { now: '2026-02-30T12:00:00Z' }, 'now'],
    ['capacity', beds, { now: '2026-11-21T12:00:00' }, 'now'],
    ['capacity', beds, { reportedAt: '2026-11-21' }, 'reportedAt'],
    ['phase', change, { scope: 'region:' }, 'scope'],
    ['phase', change, { scope: 'nation' }, 'scope'],
    ['phase', change, { advice: ['rivm'] }, 'advice.*'],
    ['fair-share', share, { keys: { azo: 4.25 } }, 'keys.azo'],
    ['fair-share', share, { keys: { azo: 0 } }, 'keys.azo'],
    ['fair-share', share, { current: { azo: 1.5 } }, 'current.azo'],
    ['fair-share', share, { extra: 0.5 }, 'extra'],
  ] as const)('refuses for %s', (rule, input, facts, field) => {
    expect(refusedAt(rule, { ...input, ...facts })).toEqual([`${rule}.${field}`])
  })

  it('refuses two hospitals of one name, and an urgent request without a ground', () => {
    const [first] = vectorsOf('match')
    const input = first?.input as { request: { [key: string]: Json }; hospitals: Json[] }
    expect(refusedAt('match', { ...input, hospitals: [...input.hospitals, ...input.hospitals] })).toEqual([
      'match.hospitals',
    ])
    expect(refusedAt('match', { ...input, request: { ...input.request, kind: 'urgent' } })).toEqual([
      'match.request.ground',
    ])
  })

  it('refuses a plan of two care levels, of one request twice, or of an origin nobody knows', () => {
    const [first] = vectorsOf('plan')
    const input = first?.input as { requests: { [key: string]: Json }[]; hospitals: Json[] }
    const withOther = (facts: { [key: string]: Json }) =>
      refusedAt('plan', { ...input, requests: [...input.requests, { ...input.requests[2], ...facts }] })
    expect(withOther({ id: 'other' })).toEqual([])
    expect(withOther({})).toEqual(['plan.requests.*.id'])
    expect(withOther({ id: 'other', bed: 'ic' })).toEqual(['plan.requests.*.bed'])
    expect(withOther({ id: 'other', from: 'nowhere' })).toEqual(['plan.requests.*.from'])
    expect(withOther({ id: 'other', kind: 'urgent' })).toEqual(['plan.requests.*.ground'])
    expect(refusedAt('plan', { ...input, extra: 1 })).toEqual(['plan'])
    expect(refusedAt('plan', { ...input, hospitals: [...input.hospitals, input.hospitals[0]] })).toEqual([
      'plan.hospitals',
    ])
  })
})
