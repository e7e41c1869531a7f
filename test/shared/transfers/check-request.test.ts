import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEDS, KINDS, PURPOSES, SUPPORTS } from '#shared/terms.ts'
import { checkRequest, requestSchema, type TransferRequest } from '#shared/transfers/request.ts'
import {
  applies,
  type ConditionalField,
  type NumberFieldName,
  numberFields,
} from '#shared/transfers/request-fields.ts'
import { plus, aRequest, aWardRequest, places, T0 } from '#test/support/builders.ts'

/** The bounds of PRODUCT, written out again: the table is held to this. */
const BOUNDS: Record<NumberFieldName, [number, number]> = {
  age: [16, 120],
  weight: [20, 350],
  flow: [0.5, 70],
  fio2: [21, 100],
  peep: [0, 30],
  minuteVolume: [2, 30],
  spo2: [50, 100],
  breathingRate: [4, 60],
  map: [30, 180],
  systolic: [50, 260],
  gcs: [3, 15],
}
const names = Object.keys(BOUNDS) as NumberFieldName[]
const holds = (request: object) => requestSchema.safeParse(request).success

describe('the range of every number', () => {
  it('names every number there is', () => {
    expect(Object.keys(numberFields).sort()).toEqual(names.toSorted())
  })

  it.each(names)('%s: its bounds are in it, one step beyond is not', (name) => {
    const [min, max] = BOUNDS[name]
    const step = numberFields[name].decimals === 0 ? 1 : 0.1
    const request = aRequest()
    expect(holds({ ...request, [name]: min })).toBe(true)
    expect(holds({ ...request, [name]: max })).toBe(true)
    expect(holds({ ...request, [name]: min - step })).toBe(false)
    expect(holds({ ...request, [name]: max + step })).toBe(false)
    expect(holds({ ...request, [name]: String(min) })).toBe(false)
    const { softMin, softMax } = numberFields[name]
    expect(min <= softMin && softMin <= softMax && softMax <= max).toBe(true)
  })

  it.each(names)('%s: has at most its decimals', (name) => {
    const [min, max] = BOUNDS[name]
    const tenths = numberFields[name].decimals === 1
    expect(holds({ ...aRequest(), [name]: min + 0.05 })).toBe(false)
    fc.assert(
      fc.property(fc.integer({ min: Math.ceil(min * 10), max: max * 10 }), (value) => {
        expect(holds({ ...aRequest(), [name]: value / 10 })).toBe(tenths || value % 10 === 0)
      }),
    )
  })
})

describe('the other fields', () => {
  it('whole requests hold, without one needed field none does', () => {
    const optional = ['weight', 'fio2', 'peep', 'minuteVolume', 'map', 'avpu']
    for (const request of [aRequest(), aWardRequest()]) {
      expect(holds(request)).toBe(true)
      for (const field of Object.keys(request)) {
        const { [field as keyof TransferRequest]: _, ...less } = request
        expect(`${field}: ${holds(less)}`).toBe(`${field}: ${optional.includes(field)}`)
      }
    }
  })

  it('no field beyond the list, no word beyond a list, no text beyond 280 characters', () => {
    expect(holds({ ...aRequest(), name: 'x' })).toBe(false)
    expect(holds({ ...aRequest(), isolation: 'reverse' })).toBe(false)
    expect(holds({ ...aRequest(), specials: ['crrt', 'lvad'] })).toBe(false)
    expect(holds({ ...aRequest(), note: 'a'.repeat(280) })).toBe(true)
    expect(holds({ ...aRequest(), note: 'a'.repeat(281) })).toBe(false)
    expect(holds({ ...aRequest(), note: '   ' })).toBe(false)
    expect(holds({ ...aRequest(), purpose: 'return', directedTo: 'nergens' })).toBe(false)
    expect(holds({ ...aRequest(), readyFrom: '2026-11-21' })).toBe(false)
    expect(holds({ ...aRequest(), callback: { role: 'arts', phone: 'bel mij' } })).toBe(false)
  })
})

/** When each conditional field is asked for, by hand. */
const ASKED: Record<ConditionalField, (request: TransferRequest) => boolean> = {
  ground: ({ kind }) => kind === 'urgent',
  weight: ({ bed }) => bed === 'ic',
  flow: ({ support }) => ['low-flow', 'hfno'].includes(support),
  fio2: ({ support }) => ['hfno', 'niv', 'invasive'].includes(support),
  peep: ({ support }) => ['niv', 'invasive'].includes(support),
  minuteVolume: ({ support }) => ['niv', 'invasive'].includes(support),
}
const VALUES = { ground: 'bed-shortage', weight: 80, flow: 50, fio2: 60, peep: 8, minuteVolume: 9 } as const
const conditional = Object.keys(applies) as ConditionalField[]

const anyRequest = fc
  .record({
    bed: fc.constantFrom(...BEDS),
    kind: fc.constantFrom(...KINDS),
    support: fc.constantFrom(...SUPPORTS),
    purpose: fc.constantFrom(...PURPOSES),
    given: fc.subarray(conditional),
    directed: fc.boolean(),
    pressure: fc.subarray(['map', 'systolic'] as const),
    mind: fc.subarray(['avpu', 'gcs'] as const),
  })
  .map(({ given, directed, pressure, mind, ...choice }) => {
    const { weight: _w, fio2: _f, peep: _p, minuteVolume: _m, map: _a, avpu: _v, ...bare } = aRequest()
    const request: TransferRequest = { ...bare, ...choice }
    for (const field of given) Object.assign(request, { [field]: VALUES[field] })
    for (const field of pressure) request[field] = 80
    if (mind.includes('avpu')) request.avpu = 'alert'
    if (mind.includes('gcs')) request.gcs = 14
    return directed ? { ...request, directedTo: places.to } : request
  })

describe('what needs two fields', () => {
  it('each conditional field is asked for exactly when it applies, and refused when it does not', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const faults = checkRequest(request, T0)
        for (const field of conditional) {
          const asked = ASKED[field](request)
          const given = request[field] !== undefined
          const said = faults.find((fault) => fault.field === field)?.fault
          expect(said).toBe(asked === given ? undefined : asked ? 'required' : 'not-applicable')
        }
      }),
    )
  })

  it('one of two pressures, one of two ways to say how awake; a name only where it is directed', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const said = new Map(checkRequest(request, T0).map(({ field, fault }) => [field, fault]))
        expect(said.has('map')).toBe(request.map === undefined && request.systolic === undefined)
        expect(said.has('avpu')).toBe(request.avpu === undefined && request.gcs === undefined)
        const mayDirect = request.purpose === 'return' || request.purpose === 'specialist-care'
        expect(said.has('directedTo')).toBe(request.directedTo !== undefined && !mayDirect)
      }),
    )
  })

  it.each([
    [-5, true],
    [-5.1, false],
    [72 * 60, true],
    [72 * 60 + 0.1, false],
  ])('ready %d minutes from the command’s own time: %s', (minutes, fine) => {
    // Filed two hours ago, offline: what counts is when it was filed.
    const filed = plus(-120)
    const faults = checkRequest(aRequest({ readyFrom: plus(minutes, filed) }), filed)
    expect(faults).toEqual(fine ? [] : [{ field: 'readyFrom', fault: 'range', min: -5, max: 4320 }])
  })
})
