import { expect, test } from 'vitest'
import { namedInPlan } from '#shared/wishes/named-in-plan.ts'

const DAY = '2026-11-21'
const wish = (to: string, day = DAY) => ({ day, to, at: '2026-11-21T08:00:00.000Z' })
const named: Record<string, ReturnType<typeof wish>> = {
  same: wish('azo'),
  other: wish('aznn'),
  stays: wish('aznn'),
  yesterday: wish('azo', '2026-11-20'),
}
const rows = [
  { transfer: 'same', hospital: 'radboudumc' },
  { transfer: 'other', hospital: 'radboudumc' },
  { transfer: 'stays', hospital: null },
  { transfer: 'yesterday', hospital: 'radboudumc' },
  { transfer: 'nobody', hospital: 'radboudumc' },
]

test('of who was named today: who goes where it was wanted, who elsewhere, who nowhere', () => {
  expect(namedInPlan(rows, (id) => named[id], DAY)).toEqual({
    named: 3,
    asWanted: 1,
    elsewhere: new Map([['other', 'aznn']]),
    nowhere: 1,
  })
})

test('a plan of nobody named has nothing to tell', () => {
  expect(namedInPlan(rows, () => null, DAY)).toMatchObject({ named: 0, asWanted: 0, nowhere: 0 })
})
