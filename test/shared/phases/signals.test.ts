import { describe, expect, it } from 'vitest'
import type { GroupShare } from '#shared/fair-share/share-board.ts'
import type { PrognosisDay } from '#shared/forecast/prognosis.ts'
import { regions } from '#shared/reference/regions.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { groups } from '#shared/reference/regions.ts'
import { IC_STEPS } from '#shared/phases/signal-thresholds.ts'
import { bossInUse, type SignalsInput, signals } from '#shared/phases/signals.ts'
import { someBeds } from '#test/support/builders.ts'

const asked = (over: Partial<SignalsInput> = {}): SignalsInput => ({
  beds: [],
  bossReservations: [],
  icShares: [],
  prognosis: null,
  ...over,
})
/** One IC of each of the first regions, half its safety beds taken. */
const inTrouble = (count: number) =>
  regions.slice(0, count).map(({ id }) => {
    const at = hospitals.find(({ region, hasIc }) => region === id && hasIc)?.id ?? ''
    return someBeds(at, 'ic', { operational: 10, occupied: 9, reserved: 0, boss: 2 })
  })
const share = (over: Partial<GroupShare>): GroupShare => ({
  group: 'nazb',
  key: 14.4,
  exempt: false,
  present: 0,
  target: 0,
  deficit: 0,
  leaving: 0,
  coming: 0,
  after: 0,
  ...over,
})
const day = (ahead: number, expected: number): PrognosisDay => ({
  ahead,
  expected,
  low: expected - 10,
  high: expected + 10,
})

describe('the steps of the plan', () => {
  it('are the totals of table 1', () => {
    const total = (step: 'step999' | 'step1141' | 'step1250') =>
      groups.reduce((sum, { icBeds }) => sum + icBeds[step], 0)
    expect(IC_STEPS).toEqual([total('step999'), total('step1141'), total('step1250')])
  })
})

describe('bossInUse', () => {
  it.each([
    { occupied: 8, reserved: 0, boss: 2, used: 0 },
    { occupied: 8, reserved: 1, boss: 2, used: 1 },
    { occupied: 10, reserved: 3, boss: 2, used: 2 },
    { occupied: 0, reserved: 0, boss: 2, used: 0 },
    { occupied: 10, reserved: 0, boss: 0, used: 0 },
  ])('with $occupied occupied, $reserved reserved and $boss kept, $used are taken', ({ used, ...over }) => {
    expect(bossInUse(someBeds('umc-utrecht', 'ic', { operational: 10, ...over }))).toBe(used)
  })
})

describe('signals', () => {
  it('lights up when three regions use half of their safety beds, not when two do', () => {
    expect(signals(asked({ beds: inTrouble(2) })).boss).toMatchObject({ lit: false, counting: 2 })
    expect(signals(asked({ beds: inTrouble(3) })).boss).toMatchObject({ lit: true, counting: 3 })
  })

  it('counts a region whose reservations took safety beds three times in a day', () => {
    const of = (count: number) =>
      signals(asked({ bossReservations: Array.from({ length: count }, () => ({ region: 'nazl' })) })).boss
    expect(of(2).counting).toBe(0)
    expect(of(3).counting).toBe(1)
    expect(of(3).regions.find(({ region }) => region === 'nazl')).toMatchObject({ reservations: 3 })
  })

  it('names the groups above their key, the furthest first, and none for a patient or a few per cent', () => {
    const { aboveKey } = signals(
      asked({
        icShares: [
          share({ group: 'azo', present: 12, target: 10, deficit: -2 }),
          share({ group: 'nazb', present: 60, target: 50, deficit: -10.2 }),
          share({ group: 'tczw', present: 103, target: 100, deficit: -3 }),
          share({ group: 'nazz', present: 3, target: 2, deficit: -1 }),
          share({ group: 'nazw', present: 90, target: null, deficit: null, exempt: true }),
        ],
      }),
    )
    expect(aboveKey.lit).toBe(true)
    expect(aboveKey.groups.map(({ group }) => group)).toEqual(['nazb', 'azo'])
  })

  it('says of each step whether it is below, expected or reached', () => {
    const beds = [
      someBeds('umc-utrecht', 'ic', { operational: 2000, occupied: 1000, crisis: 400 }),
      someBeds('umc-utrecht', 'ward', { occupied: 5000 }),
    ]
    const prognosis = [1, 2, 3].map((ahead) => day(ahead, 400 + ahead * 50))
    const { steps } = signals(asked({ beds, prognosis }))
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      [999, 'reached'],
      [1141, 'forecast'],
      [1250, 'below'],
    ])
    // 600 others stay as many: 550 of the crisis on day three makes 1150.
    expect(steps[1]?.ahead).toEqual({ ahead: 3, expected: 1150, low: 1140, high: 1160 })
    expect(steps[2]?.ahead?.expected).toBe(1150)
  })

  it('says nothing of the future without a prognosis', () => {
    const beds = [someBeds('umc-utrecht', 'ic', { operational: 2000, occupied: 998, crisis: 400 })]
    expect(signals(asked({ beds })).steps.every(({ lit, ahead }) => !lit && ahead === null)).toBe(true)
  })
})
