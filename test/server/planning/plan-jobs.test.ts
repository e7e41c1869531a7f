import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanInput } from '#shared/matching/plan.ts'
import { makePlanJobs, PLAN_LIMITS, type PlanJobs } from '#server/planning/plan-jobs.ts'
import type { Asked } from '#server/planning/run-plan.ts'
import { openStore } from '#server/store/open-store.ts'
import { lastPlan, loadPlan } from '#server/store/plans.ts'
import type { Store } from '#server/store/store.ts'
import { DIALECTS, emptyDatabase, type Place } from '#test/support/databases.ts'
import { planningDay } from '#test/support/planning-day.ts'

const small = planningDay({ requests: 20, seed: 4 })
/** Takes seconds: there is time to take it back. */
const large = planningDay({ requests: 900, seed: 4, present: 110 })

describe.each(DIALECTS)('plans being made on %s', (dialect) => {
  let place: Place
  let store: Store
  let now = Date.parse('2026-11-21T10:00:00.000Z')
  const clock = () => new Date(now)
  const made: PlanJobs[] = []
  const jobsWith = (limits: Partial<typeof PLAN_LIMITS> = {}): PlanJobs => {
    const jobs = makePlanJobs({ store, now: clock, limits: { ...PLAN_LIMITS, beatMs: 40, ...limits } })
    made.push(jobs)
    return jobs
  }
  beforeEach(async () => {
    place = await emptyDatabase(dialect)
    store = await openStore(place.choice, clock)
  })
  afterEach(async () => {
    for (const jobs of made.splice(0)) await jobs.close()
    await store.close()
    await place.drop()
  })

  const ask = (input: PlanInput, over: Partial<Asked> = {}): Asked => ({
    id: randomUUID(),
    person: 'lcps@nl',
    bed: 'ward',
    whatIf: null,
    input,
    offers: 0,
    earlier: null,
    newId: randomUUID,
    ...over,
  })
  async function ended(id: string) {
    for (;;) {
      const line = await loadPlan(store.query, id)
      if (line?.active === 0) return line
      await pause(10)
    }
  }
  async function running(id: string) {
    while ((await loadPlan(store.query, id))?.state !== 'running') await pause(5)
  }

  it('keeps a proven plan, without what a patient needs', async () => {
    const asked = ask(small)
    expect(await jobsWith().start(asked)).toEqual({ id: asked.id })
    expect(await ended(asked.id)).toMatchObject({ state: 'done', stage: 'checking', failure: null })
    const { row } = (await lastPlan(store.query, 'ward')) ?? {}
    const kept = JSON.parse(row ?? '')
    expect(kept.assignments).toHaveLength(20)
    expect(kept.objective.placed).toBe(7)
    expect(row).not.toMatch(/"requests":[^\]]*"(hfno|isolation)"/)
    expect(new Set(kept.assignments.map(({ offer }: { offer: string }) => offer)).size).toBe(20)
  })

  it('takes one at a time of each person and level; the next in turn', async () => {
    const jobs = jobsWith()
    const [first, again, other] = [ask(large), ask(small), ask(small, { person: 'lcps-deputy@nl' })]
    await jobs.start(first)
    expect(await jobs.start(again)).toEqual({
      refused: { code: 'plan.running', facts: { plan: first.id } },
    })
    expect(await jobs.start(other)).toEqual({ id: other.id })
    expect(await loadPlan(store.query, other.id)).toMatchObject({ state: 'queued' })
    await running(first.id)
    expect(await jobs.cancel(first.id)).toBe(true)
    expect(await ended(first.id)).toMatchObject({ state: 'cancelled', row: null })
    expect(await ended(other.id)).toMatchObject({ state: 'done' })
    expect(await jobs.cancel(first.id)).toBe(false)
  })

  it('of two that start at once one is worked on', async () => {
    const jobs = jobsWith()
    const outcomes = await Promise.all([jobs.start(ask(small)), jobs.start(ask(small))])
    expect(outcomes.filter((one) => 'id' in one)).toHaveLength(1)
  })

  it('refuses more than may wait', async () => {
    const jobs = jobsWith({ queued: 1 })
    await jobs.start(ask(large))
    await jobs.start(ask(small, { person: 'b' }))
    expect(await jobs.start(ask(small, { person: 'c' }))).toEqual({ refused: { code: 'plan.queue-full' } })
  })

  it('says that time ran out, and keeps the plan of before', async () => {
    const first = ask(small)
    await jobsWith().start(first)
    await ended(first.id)
    const late = ask(large)
    await jobsWith({ seconds: 0.05 }).start(late)
    expect(await ended(late.id)).toMatchObject({ state: 'failed', failure: 'time-limit', row: null })
    expect((await lastPlan(store.query, 'ward'))?.id).toBe(first.id)
  })

  it('says that the thread failed, and makes the next one', async () => {
    const jobs = jobsWith()
    const broken = ask({ ...small, requests: small.requests.map((one) => ({ ...one, from: 'nowhere' })) })
    const next = ask(small, { person: 'b' })
    await jobs.start(broken)
    await jobs.start(next)
    expect(await ended(broken.id)).toMatchObject({ state: 'failed', failure: 'thread-failed' })
    expect(await ended(next.id)).toMatchObject({ state: 'done' })
  })

  it('a plan of a server that is gone has failed, and its person may ask anew', async () => {
    const gone = jobsWith({ beatMs: 3_600_000 })
    const lost = ask(large)
    await gone.start(lost)
    await running(lost.id)
    now += PLAN_LIMITS.lostMs + 1
    const jobs = jobsWith()
    const next = ask(small)
    expect(await jobs.start(next)).toEqual({ id: next.id })
    expect(await loadPlan(store.query, lost.id)).toMatchObject({ state: 'failed', failure: 'server-stopped' })
    expect(await ended(next.id)).toMatchObject({ state: 'done' })
  })

  it('one that waits its turn is not lost, however long the one before it takes', async () => {
    const jobs = jobsWith()
    const [first, waiting] = [ask(large), ask(small, { person: 'b' })]
    await jobs.start(first)
    await jobs.start(waiting)
    await running(first.id)
    now += PLAN_LIMITS.lostMs - 1
    await pause(120)
    now += PLAN_LIMITS.lostMs - 1
    await jobs.settle()
    expect(await loadPlan(store.query, waiting.id)).toMatchObject({ active: 1 })
    expect(await ended(waiting.id)).toMatchObject({ state: 'done' })
  })

  it('a server that ends says so of what it was making', async () => {
    const jobs = jobsWith()
    const asked = ask(large)
    await jobs.start(asked)
    await running(asked.id)
    await jobs.close()
    expect(await loadPlan(store.query, asked.id)).toMatchObject({
      state: 'failed',
      failure: 'server-stopped',
    })
  })

  it('another server can take it back', async () => {
    const asked = ask(large)
    await jobsWith().start(asked)
    await running(asked.id)
    const began = performance.now()
    expect(await jobsWith().cancel(asked.id)).toBe(true)
    const next = ask(small)
    await jobsWith().start(next)
    expect(await ended(next.id)).toMatchObject({ state: 'done' })
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await loadPlan(store.query, asked.id)).toMatchObject({ state: 'cancelled', row: null })
  })
})
