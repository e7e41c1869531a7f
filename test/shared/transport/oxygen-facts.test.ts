import { describe, expect, it } from 'vitest'
import { oxygenFacts } from '#shared/transport/oxygen-facts.ts'

const cylinders = [{ litres: 10, bar: 190 }]
const ride = { minutes: 60, cylinders, ventilatorUse: 5 }

describe('the oxygen of a ride', () => {
  it('low flow counts at 100 percent, HFNO at its own', () => {
    const low = oxygenFacts({ ...ride, clinical: { support: 'low-flow', flow: 5 } })
    expect(low).toMatchObject({
      kind: 'reckoned',
      oxygen: { oxygenLpm: 5, neededLitres: 450, onBoardLitres: 1900 },
    })
    const high = oxygenFacts({ ...ride, clinical: { support: 'hfno', flow: 50, fio2: 60 } })
    expect(high).toMatchObject({ kind: 'reckoned', input: { flowLpm: 50, fio2Percent: 60 } })
  })

  it('a ventilator uses some beside the patient', () => {
    expect(
      oxygenFacts({ ...ride, clinical: { support: 'invasive', minuteVolume: 8.5, fio2: 45 } }),
    ).toMatchObject({ input: { flowLpm: 13.5, fio2Percent: 45, minutes: 60 } })
  })

  it('NIV has a number only with a typed leak', () => {
    const clinical = { support: 'niv', minuteVolume: 9, fio2: 50 } as const
    expect(oxygenFacts({ ...ride, clinical })).toEqual({ kind: 'missing', missing: ['leak'] })
    expect(oxygenFacts({ ...ride, clinical, leak: 20 })).toMatchObject({ input: { flowLpm: 34 } })
  })

  it('one input that is missing: no number, and which', () => {
    const clinical = { support: 'hfno', flow: 50 } as const
    expect(oxygenFacts({ clinical, minutes: undefined, cylinders: undefined, ventilatorUse: 5 })).toEqual({
      kind: 'missing',
      missing: ['fio2', 'minutes', 'cylinders'],
    })
    expect(oxygenFacts({ ...ride, cylinders: [], clinical: { support: 'low-flow', flow: 2 } })).toEqual({
      kind: 'missing',
      missing: ['cylinders'],
    })
  })

  it('without support there is nothing to reckon', () => {
    expect(oxygenFacts({ ...ride, clinical: { support: 'none' } })).toEqual({ kind: 'none' })
  })
})
