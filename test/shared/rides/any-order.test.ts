import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RIDE_LINE, placeOnLine, UNDO_SECONDS } from '#shared/rides/ride-steps.ts'
import { RIDE_LINE_STATES } from '#shared/rides/ride.ts'
import { actTime } from '#shared/wire/act-time.ts'
import { anId, people, places, plus } from '#test/support/builders.ts'
import { planned } from '#test/support/stories.ts'
import { Story } from '#test/support/story.ts'

type Step = (typeof RIDE_LINE_STATES)[number]
const ride = anId(3)
const transfer = anId(1)
const begin = planned()
const SENT = plus(240)

/** The same story again, without telling it again. */
function fork(from: Story, now = SENT): Story {
  const beds = [...from.beds.values()].filter(
    ({ hospital }) => hospital === places.from || hospital === places.to,
  )
  const story = new Story({ beds })
  story.now = now
  for (const rows of ['transfers', 'privates', 'reservations', 'rides'] as const)
    for (const [id, row] of from[rows]) (story[rows] as Map<string, unknown>).set(id, row)
  return story
}

/** Tapped ten minutes after one another; sent hours later. */
const tapped = (step: Step): string => plus(10 * placeOnLine(step))
const check = begin.transfer(transfer).code.slice(-3)

const take = (story: Story, step: Step, at = tapped(step)) =>
  step === 'accepted'
    ? story.act(people.crew, 'ride.accept', { ride }, at)
    : story.act(
        people.crew,
        'ride.advance',
        { ride, to: step, ...(step === 'departed' ? { check } : {}) },
        at,
      )

function* ordersOf<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield []
  for (const [index, item] of items.entries())
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [item, ...rest]
}

const furthest = (steps: readonly Step[]): Step =>
  [...steps].sort((a, b) => placeOnLine(a) - placeOnLine(b)).at(-1) ?? 'accepted'

/** What must be seen after these steps in this order; the faults in words. */
function faults(story: Story, steps: readonly Step[]): string[] {
  const row = story.ride(ride)
  const head = furthest(steps)
  const gone = placeOnLine(head) >= placeOnLine('departed')
  const there = placeOnLine(head) >= placeOnLine('at-destination')
  const seen: [string, unknown, unknown][] = [
    ['head', row.state, head],
    ['since', row.since, tapped(head)],
    ['history', Object.keys(row.times).length, steps.length + 1],
    ['transfer', story.transfer(transfer).state, there ? 'arrived' : gone ? 'in-transit' : 'planned'],
    ['origin', story.bedsAt(places.from).occupied, gone ? 5 : 6],
    ['bed', story.bedsAt(places.to).occupied, there ? 7 : 6],
    ['reserved', story.bedsAt(places.to).reserved, there ? 0 : 1],
    ['checked', row.checked, gone ? (steps.includes('departed') ? 'code' : 'unchecked') : null],
    ['crew', row.crew, people.crew.id],
    ...steps.map((step, index): [string, unknown, unknown] => {
      const isLate = steps.slice(0, index).some((one) => placeOnLine(one) > placeOnLine(step))
      return [step, row.times[step], { at: tapped(step), entered: SENT, ...(isLate ? { late: true } : {}) }]
    }),
  ]
  return seen
    .filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
    .map(([what, is, should]) => `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`)
}

describe('the seven steps of a ride', () => {
  it('in every order of the 5 040, each told twice: one head, full history, late ones marked', () => {
    let orders = 0
    const wrong: string[] = []
    for (const order of ordersOf(RIDE_LINE_STATES)) {
      orders += 1
      const story = fork(begin)
      for (const [index, step] of order.entries()) {
        if ('refused' in take(story, step)) wrong.push(`${order.join()}: ${step} refused`)
        const { rev } = story.ride(ride)
        if (!('refused' in take(story, step)) || story.ride(ride).rev !== rev)
          wrong.push(`${order.join()}: ${step} taken twice`)
        if (index % 3 === orders % 3 || index === 6)
          wrong.push(...faults(story, order.slice(0, index + 1)).map((fault) => `${order.join()}: ${fault}`))
      }
      if (story.transfer(transfer).since !== tapped('at-destination'))
        wrong.push(`${order.join()}: since when there`)
      if (wrong.length > 0) break
    }
    expect(wrong).toEqual([])
    expect(orders).toBe(5040)
  }, 60_000)

  it('keep the departure’s check: another code stops it, also when it comes late', () => {
    const story = fork(begin)
    take(story, 'handed-over')
    expect(story.refusal(people.crew, 'ride.advance', { ride, to: 'departed', check: 'XXX' })).toEqual({
      code: 'code.mismatch',
      facts: { why: 'other' },
    })
    expect(story.ride(ride).checked).toBe('unchecked')
    take(story, 'departed')
    expect(story.ride(ride).checked).toBe('code')
  })
})

describe('the arrival that the receiver recorded, for the crew had no signal', () => {
  const recorded = () => {
    const story = fork(begin, plus(80))
    for (const step of RIDE_LINE_STATES.slice(0, placeOnLine('departed'))) take(story, step)
    story.do(people.receiver, 'ride.arrive', { ride })
    return story
  }

  it('is the crew’s too when it tells of it: its time counts, once, and the bed is occupied once', () => {
    const story = recorded()
    expect(take(story, 'at-destination')).not.toHaveProperty('refused')
    expect(story.ride(ride).times['at-destination']).toEqual({
      at: tapped('at-destination'),
      entered: plus(80),
      first: plus(80),
      by: 'both',
    })
    expect(story.ride(ride)).toMatchObject({ state: 'at-destination', since: tapped('at-destination') })
    expect(story.transfer(transfer)).toMatchObject({ state: 'arrived', since: tapped('at-destination') })
    expect(story.bedsAt(places.to).occupied).toBe(7)
    expect(take(story, 'at-destination')).toHaveProperty('refused')
    expect(story.refusal(people.receiver, 'ride.arrive', { ride }).code).toBe('step.refused')
  })

  it('is not the crew’s to take back', () => {
    const story = recorded()
    const undo = () =>
      story.refusal(people.crew, 'ride.undo', { ride, step: 'at-destination' }, plus(80)).code
    expect(undo()).toBe('step.refused')
    take(story, 'at-destination')
    expect(undo()).toBe('step.refused')
  })
})

describe('a jump ahead', () => {
  const pairs = RIDE_LINE.flatMap((from, index) =>
    RIDE_LINE.slice(index + 1).map((to) => [from, to as Step] as const),
  )
  it.each(pairs)('from %s to %s is undone within ten seconds, whole', (from, to) => {
    const story = fork(begin)
    for (const step of RIDE_LINE_STATES.slice(0, placeOnLine(from))) take(story, step)
    const picture = () =>
      [story.transfer(transfer), story.reservation(anId(2)), story.ride(ride), ...story.beds.values()].map(
        (row) => ({ ...row, rev: 0, wrote: '' }),
      )
    const before = picture()
    expect(take(story, to)).not.toHaveProperty('refused')
    expect(picture()).not.toEqual(before)
    story.do(people.crew, 'ride.undo', { ride, step: to }, plus(UNDO_SECONDS / 60, tapped(to)))
    expect(picture()).toEqual(before)
  })

  it('is not undone once the transfer was closed on it', () => {
    const story = fork(begin)
    take(story, 'departed')
    take(story, 'available')
    story.do(people.receiver, 'transfer.close', { transfer })
    expect(story.refusal(people.crew, 'ride.undo', { ride, step: 'available' }, tapped('available'))).toEqual(
      {
        code: 'step.refused',
        facts: { state: 'closed' },
      },
    )
  })
})

describe('a clock that is wrong', () => {
  /** The same ride, planned two days before that night. */
  const forkAt = (night: string, now: string): Story => {
    const story = fork(begin, now)
    const then = plus(-2 * DAY_MINUTES, night)
    story.rides.set(ride, { ...story.ride(ride), times: { planned: { at: then, entered: then } } })
    return story
  }
  const DAY_MINUTES = 24 * 60
  /** Also the nights on which Amsterdam's clock is moved. */
  const nights = fc.constantFrom(
    '2026-11-22T01:00:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2027-03-28T00:30:00.000Z',
  )
  const taps = fc.array(
    fc.record({
      step: fc.constantFrom(...RIDE_LINE_STATES),
      off: fc.integer({ min: -DAY_MINUTES, max: DAY_MINUTES }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  it('by a day, jumping from tap to tap, makes no duration negative, and every moved time is marked', () => {
    fc.assert(
      fc.property(nights, taps, (night, told) => {
        const story = forkAt(night, plus(DAY_MINUTES * 3, night))
        for (const { step, off } of told) take(story, step, plus(off, night))
        const { times } = story.ride(ride)
        const written = RIDE_LINE.flatMap((step) =>
          times[step] === undefined ? [] : [{ step, ...times[step] }],
        )
        for (const [index, time] of written.entries()) {
          const after = written[index + 1]
          if (after !== undefined) expect(Date.parse(after.at)).toBeGreaterThanOrEqual(Date.parse(time.at))
          const own = told.find(({ step }) => step === time.step)
          if (own !== undefined) expect(time.corrected ?? false).toBe(time.at !== plus(own.off, night))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('whose offset is known is put right, to the error of the estimate, though it jumps from tap to tap', () => {
    const errors = fc.integer({ min: -2000, max: 2000 })
    const offsets = fc.integer({ min: -DAY_MINUTES * 60_000, max: DAY_MINUTES * 60_000 })
    const clocks = fc.array(fc.record({ off: offsets, error: errors }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(
        nights,
        clocks,
        fc.shuffledSubarray([...RIDE_LINE_STATES], { minLength: 7 }),
        (night, phone, order) => {
          const story = forkAt(night, plus(DAY_MINUTES, night))
          const really = (step: Step) => Date.parse(plus(10 * placeOnLine(step), night))
          for (const step of order) {
            const { off, error } = phone[placeOnLine(step) - 1] ?? { off: 0, error: 0 }
            const at = new Date(really(step) + off).toISOString()
            take(story, step, actTime({ at, skew: -off + error }, story.now).at)
          }
          for (const step of order) {
            const at = Date.parse(story.ride(ride).times[step]?.at ?? '')
            expect(Math.abs(at - really(step))).toBeLessThanOrEqual(2000)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
