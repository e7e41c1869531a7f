import { describe, expect, test } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'
import { checkRequest, requestSchema } from '#shared/transfers/request.ts'
import { aClinical, anId, aTransfer, places, plus, someContacts, T0 } from '#test/support/builders.ts'
import { hospitalsLike } from '#web/pieces/request/hospital-search.tsx'
import { eligibilityOf } from '#web/pieces/request/request-eligibility.ts'
import { faultsOf, requestOf } from '#web/pieces/request/request-faults.ts'
import { emptyForm, purposeOf, type RequestForm, toRequest } from '#web/pieces/request/request-form.ts'
import { refiled } from '#web/pieces/request/request-refile.ts'

const blank = (over: Partial<RequestForm> = {}): RequestForm => ({
  ...emptyForm({
    transfer: anId(1),
    reservation: anId(2),
    bed: 'ward',
    callback: { role: 'dienstdoend arts', phone: '088 5550 100' },
  }),
  ...over,
})

/** Fourteen answers: nothing more is asked of a ward patient without support. */
const ward = (over: Partial<RequestForm> = {}): RequestForm =>
  blank({
    urgency: 'planned',
    admissionReason: 'covid',
    figures: { age: 67, spo2: 94, breathingRate: 20, systolic: 128 },
    sex: 'm',
    isolation: 'none',
    frail: false,
    treatmentLimits: 'full',
    support: 'none',
    trend: 'stable',
    avpu: 'alert',
    familyInformed: true,
    ...over,
  })

const codes = (form: RequestForm, at = T0) =>
  Object.fromEntries(Object.entries(faultsOf(form, at)).map(([question, fault]) => [question, fault.code]))

describe('the shortest path', () => {
  test('asks at most 18 answers, for either bed', () => {
    expect(Object.keys(faultsOf(blank({ urgency: 'planned' }), T0)).length + 1).toBeLessThanOrEqual(18)
    expect(
      Object.keys(faultsOf(blank({ bed: 'ic', urgency: 'planned' }), T0)).length + 1,
    ).toBeLessThanOrEqual(18)
  })

  test('is a request the server takes', () => {
    const request = requestOf(ward(), T0)
    expect(requestSchema.safeParse(request).success).toBe(true)
    expect(request && checkRequest(request, T0)).toEqual([])
    expect(request).toMatchObject({ purpose: 'spreading', vasoactive: 'none', readyFrom: T0 })
  })

  test('every question left open is named, and nothing is sent', () => {
    const { sex: _, ...rest } = ward()
    const form = { ...rest, figures: { age: 67, breathingRate: 20 } }
    expect(codes(form)).toEqual({ sex: 'required', spo2: 'required', systolic: 'required' })
    expect(requestOf(form, T0)).toBeUndefined()
  })
})

describe('the bounds', () => {
  const figures = {
    ...ward().figures,
    weight: 80,
    flow: 5,
    fio2: 40,
    peep: 8,
    minuteVolume: 8,
    map: 70,
    gcs: 15,
  }
  const asking = (name: NumberFieldName, value: number): RequestForm =>
    ward({
      bed: 'ic',
      support: name === 'flow' ? 'low-flow' : 'invasive',
      pressure: name === 'systolic' ? 'systolic' : 'map',
      scale: name === 'gcs' ? 'gcs' : 'avpu',
      vasoactive: 'stable',
      figures: { ...figures, [name]: value },
    })

  test.each(Object.keys(numberFields) as NumberFieldName[])(
    '%s: refused outside the hard ones, at both ends',
    (name) => {
      const { min, max, decimals } = numberFields[name]
      const step = decimals === 0 ? 1 : 0.1
      expect(faultsOf(asking(name, max + step), T0)[name]?.code).toBe('range')
      expect(faultsOf(asking(name, min - step), T0)[name]?.code).toBe(name === 'age' ? 'picu' : 'range')
    },
  )

  test.each(Object.keys(numberFields) as NumberFieldName[])(
    '%s: asked about outside the soft ones, once',
    (name) => {
      const { min, max, softMin, softMax } = numberFields[name]
      const unusual = [min, max].filter((value) => value < softMin || value > softMax)
      for (const value of unusual) {
        const form = asking(name, value)
        expect(faultsOf(form, T0)[name]?.code).toBe('soft')
        expect(faultsOf({ ...form, sure: { [name]: value } }, T0)[name]).toBeUndefined()
        expect(faultsOf({ ...form, sure: { [name]: value + 1 } }, T0)[name]?.code).toBe('soft')
      }
    },
  )

  test('a fraction typed as FiO₂ is read as its percentage', () => {
    for (const [typed, meant] of [
      [0.21, 21],
      [0.6, 60],
      [1, 100],
    ] as const)
      expect(faultsOf(asking('fio2', typed), T0).fio2).toEqual({ code: 'percent', meant })
    expect(faultsOf(asking('fio2', 0.2), T0).fio2?.code).toBe('range')
  })

  test('ready from counts from the act: five minutes back, 72 hours ahead', () => {
    expect(codes(ward({ ready: plus(-4) }))).toEqual({})
    expect(codes(ward({ ready: plus(-6) }))).toEqual({ readyFrom: 'past' })
    expect(codes(ward({ ready: plus(72 * 60 + 1) }))).toEqual({ readyFrom: 'past' })
  })
})

describe('conditional fields', () => {
  test('keep what was typed and are not sent while they do not apply', () => {
    const hfno = ward({ support: 'hfno', figures: { ...ward().figures, flow: 50, fio2: 60 } })
    expect(requestOf(hfno, T0)).toMatchObject({ flow: 50, fio2: 60 })
    const none: RequestForm = { ...hfno, support: 'none' }
    const sent = requestOf(none, T0)
    expect(sent).toBeDefined()
    expect(sent).not.toHaveProperty('flow')
    expect(requestOf({ ...none, support: 'hfno' }, T0)).toMatchObject({ flow: 50, fio2: 60 })
  })

  test('the purpose follows the urgency until it is chosen by hand', () => {
    expect(purposeOf(blank())).toBeUndefined()
    expect(purposeOf(ward({ urgency: 'bed-shortage' }))).toBe('capacity')
    expect(purposeOf(ward({ urgency: 'bed-shortage', purpose: 'return' }))).toBe('return')
  })

  test('a named hospital goes along only with specialist care or return', () => {
    const named = ward({ directedTo: places.to, purpose: 'return' })
    expect(toRequest(named, T0)).toHaveProperty('directedTo', places.to)
    expect(toRequest({ ...named, purpose: 'spreading' }, T0)).not.toHaveProperty('directedTo')
  })

  test('an escort needs its criteria, and goes with an IC patient only', () => {
    const form = ward({ escort: true, criteria: '' })
    expect(codes(form)).toEqual({})
    const escorted = { ...form, bed: 'ic' } as const
    expect(codes(escorted)).toMatchObject({
      escort: 'required',
      escortRole: 'required',
      escortPhone: 'required',
    })
    const ticked = ['ventilation-stable']
    const line = { role: 'begeleidend intensivist', phone: '088 5550 147' }
    expect(codes({ ...escorted, ticked, escortLine: line })).not.toHaveProperty('escort')
    expect(toRequest({ ...escorted, criteria: ' stabiel ', ticked, escortLine: line }, T0).escort).toEqual({
      ticked,
      criteria: 'stabiel',
      line,
    })
  })
})

test.each([
  ['note', { note: 'mail naar afdeling@isala.nl' }],
  ['callbackRole', { callback: { role: 'arts 01-02-1950', phone: '088 5550 100' } }],
  ['escort', { bed: 'ic', escort: true, criteria: 'BSN 111222333' }],
] as const)('an identity in %s is refused before it leaves the phone', (question, over) => {
  expect(faultsOf(ward(over as Partial<RequestForm>), T0)[question]?.code).toBe('identity')
})

describe('R3 beside the form', () => {
  test('what is not answered says nothing; what does not meet the criteria says so', () => {
    expect(eligibilityOf(blank(), '2a')).toMatchObject({ eligible: true })
    const { notMet, missing } = eligibilityOf(
      ward({ admissionReason: 'other', frail: true, trend: 'worsening', familyInformed: false }),
      '2a',
    )
    expect(notMet).toEqual(['frail', 'not-admitted-because-of-covid', 'not-stable'])
    expect(missing).toEqual(['patient-or-family-informed'])
  })
})

describe('filed again after a rejection', () => {
  test('the same patient as planned, complete as it stands', () => {
    const transfer = aTransfer({
      state: 'rejected',
      kind: 'urgent',
      ground: 'bed-shortage',
      purpose: 'capacity',
    })
    const detail = {
      transfer,
      clinical: aClinical(),
      contacts: someContacts(),
      reservations: [],
      ride: null,
      timeline: [],
    }
    const form = refiled(blank(), detail)
    expect(form && requestOf(form, T0)).toMatchObject({
      kind: 'planned',
      purpose: 'spreading',
      age: 61,
      avpu: 'unresponsive',
    })
    expect(form?.refiledFrom).toBe(transfer.id)
    expect(refiled(blank(), { ...detail, clinical: null })).toBeUndefined()
  })
})

test('a hospital is found by letters of its name, town or region; never one’s own, for IC only with an IC', () => {
  expect(hospitalsLike('utrecht umc', { except: places.near, bed: 'ic' })).toEqual(['umc-utrecht'])
  expect(hospitalsLike('utrecht', { except: 'umc-utrecht', bed: 'ic' })).not.toContain('umc-utrecht')
  const withoutIc = hospitals.find(({ hasIc }) => !hasIc)
  expect(withoutIc && hospitalsLike(withoutIc.short, { except: '', bed: 'ward' })).toContain(withoutIc?.id)
  expect(withoutIc && hospitalsLike(withoutIc.short, { except: '', bed: 'ic' })).not.toContain(withoutIc?.id)
  expect(hospitalsLike('  ', { except: '', bed: 'ward' })).toEqual([])
})
