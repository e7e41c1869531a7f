import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planReasons } from '#shared/matching/plan-rows.ts'
import { makePlan } from '#server/plan/make-plan.ts'
import { explainKept, solvePlan } from '#server/plan/solve-plan.ts'
import { planningDay } from '#test/support/planning-day.ts'

const day = planningDay({ requests: 80, seed: 8 })

const doorbell = createServer((_, response) => response.end('here'))
beforeAll(() => once(doorbell.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => new Promise((resolve) => doorbell.close(resolve)))

describe('solvePlan', () => {
  it('gives the plan that is made on the spot, and tells its stages', async () => {
    const stages: string[] = []
    const outcome = await solvePlan(day, { limitSeconds: 60, onStage: (stage) => stages.push(stage) })
    const plan = await makePlan(day)
    expect(outcome).toEqual({ kind: 'planned', plan, reasons: planReasons(day, plan.assignments) })
    expect(await explainKept(day, plan.assignments)).toEqual(planReasons(day, plan.assignments))
    expect(stages).toEqual(['matching', 'placing', 'sharing', 'checking'])
  })

  it('keeps the main thread free: requests are answered between its stages', async () => {
    const { port } = doorbell.address() as AddressInfo
    let done = false
    let answered = 0
    const planned = solvePlan(planningDay({ requests: 300, seed: 9 }), { limitSeconds: 60 }).finally(() => {
      done = true
    })
    while (!done) {
      const response = await fetch(`http://127.0.0.1:${port}`)
      answered += (await response.text()) === 'here' ? 1 : 0
    }
    expect(await planned).toMatchObject({ kind: 'planned' })
    // Blocked, it would answer one before and one after.
    expect(answered).toBeGreaterThan(10)
  })

  it('stops when it is taken back, before and after it began', async () => {
    const early = AbortSignal.abort()
    expect(await solvePlan(day, { limitSeconds: 60, signal: early })).toEqual({ kind: 'cancelled' })
    const late = new AbortController()
    const outcome = solvePlan(day, {
      limitSeconds: 60,
      signal: late.signal,
      onStage: () => late.abort(),
    })
    expect(await outcome).toEqual({ kind: 'cancelled' })
  })

  it('gives no plan rather than an unproven one when the time is up', async () => {
    const outcome = await solvePlan(planningDay({ requests: 1000, seed: 10 }), { limitSeconds: 0.05 })
    expect(outcome).toMatchObject({ kind: 'unproven', reason: 'time-limit' })
  })

  it('says that the thread failed, not how a plan might have looked', async () => {
    const lost = { ...day, requests: day.requests.map((request) => ({ ...request, from: 'nowhere' })) }
    const outcome = await solvePlan(lost, { limitSeconds: 60 })
    expect(outcome).toMatchObject({ kind: 'unproven', reason: 'thread-failed' })
    expect(outcome).toHaveProperty('detail', expect.stringContaining('nowhere'))
  })
})
