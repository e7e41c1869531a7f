import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanAnswer, PlanDesk, PlanJob, PlanRows } from '#shared/wire/plans.ts'
import type { Problem } from '#shared/wire/reads.ts'
import { anId, aRequest, aWardRequest, people, places, plus, someBeds } from '#test/support/builders.ts'
import { DIALECTS, emptyDatabase } from '#test/support/databases.ts'
import { json, startTestServer, type TestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

describe.each(DIALECTS)('the day’s plan on %s', (dialect) => {
  let server: TestServer
  let cookie: string
  beforeEach(async () => {
    server = await startTestServer(dialect)
    cookie = (await server.as('lcps@nl')).cookie
  })
  afterEach(() => server.close())

  const get = async <T>(path: string, as = cookie) =>
    (await (await server.app.request(path, { headers: { cookie: as } })).json()) as T
  const post = (body: unknown, as = cookie) => server.app.request('/api/plans', json(body, as))

  /** So many IC requests handed over to the nation. */
  async function handOver(count: number, over: Parameters<typeof aRequest>[0] = {}, from = 0) {
    for (let n = from; n < from + count; n += 1) {
      const transfer = anId(100 + n)
      for (const outcome of [
        await server.perform(people.intensivist, 'transfer.submit', { transfer, request: aRequest(over) }),
        await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'regio vol' }),
      ])
        expect(outcome).not.toHaveProperty('refused')
    }
  }
  async function plan(body: object = { bed: 'ic' }): Promise<PlanAnswer> {
    const answer = await post(body)
    expect(answer.status).toBe(200)
    const { id } = (await answer.json()) as PlanJob
    for (let seen = ''; ; ) {
      const answer = await get<PlanAnswer>(`/api/plans/${id}?wait=20&seen=${seen}`)
      if (answer.job.ended !== null) return answer
      seen = `${answer.job.state}:${answer.job.stage ?? ''}`
    }
  }

  it('is about what was handed over, and proven', async () => {
    await handOver(3)
    await server.perform(people.intensivist, 'transfer.submit', {
      transfer: anId(50),
      request: aRequest(),
    })
    const before = await get<PlanDesk>('/api/plans?bed=ic')
    expect(before).toMatchObject({ requests: 3, urgent: 0, last: null, jobs: [] })
    expect((await get<PlanDesk>('/api/plans?bed=ward')).requests).toBe(0)

    const { job, plan: made } = await plan()
    expect(job).toMatchObject({ state: 'done', failure: null })
    expect(made).toMatchObject({ requests: 3, optimal: true, objective: { placed: 3 }, earlier: null })
    expect(made?.deviationBefore).toBe(before.deviation)
    expect(made?.objective.deviation).toBeLessThanOrEqual(before.deviation)
    const { rows, next } = await get<PlanRows>(`/api/plans/${job.id}/rows`)
    expect(next).toBeNull()
    expect(rows.map(({ transfer, change, why }) => ({ transfer, change, why }))).toEqual(
      [100, 101, 102].map((n) => ({ transfer: anId(n), change: 'new', why: 'placed' })),
    )
    expect(rows.every(({ rank, of }) => (rank ?? 0) > 0 && of > 10)).toBe(true)
    expect((await get<PlanDesk>('/api/plans?bed=ic')).last).toEqual(made)
  })

  it('offers by the plan are offers like any; the rest does not move when it is made anew', async () => {
    await handOver(4)
    const { rows } = await get<PlanRows>(`/api/plans/${(await plan()).job.id}/rows`)
    const [first, ...rest] = rows
    if (first?.hospital == null) throw new Error('nothing placed')
    const offered = { transfer: first.transfer, reservation: first.offer, hospital: first.hospital }
    expect(
      await server.perform(people.lcps, 'transfer.offer', { ...offered, reason: 'dagplan' }),
    ).not.toHaveProperty('refused')
    expect(
      await server.perform(people.lcps, 'transfer.offer', { ...offered, reason: 'dagplan' }),
    ).toHaveProperty('refused')
    const again = await plan()
    expect(again.plan?.figures.offers).toBe(1)
    const { rows: left } = await get<PlanRows>(`/api/plans/${again.job.id}/rows`)
    expect(left.map(({ transfer, hospital, change }) => ({ transfer, hospital, change }))).toEqual(
      rest.map(({ transfer, hospital }) => ({ transfer, hospital, change: 'same' })),
    )
  })

  it('asks "what if" without touching anything', async () => {
    await handOver(2)
    const real = await plan()
    const { rows } = await get<PlanRows>(`/api/plans/${real.job.id}/rows`)
    const hospital = rows[0]?.hospital ?? ''
    // Later than the day's plan, and still not in its place.
    server.clock.now = plus(1)
    const whatIf = { phase: '3', beds: [{ hospital, intakeStop: true }] }
    const { plan: other, job } = await plan({ bed: 'ic', whatIf })
    expect(other).toMatchObject({ whatIf, objective: { deviation: 0 }, earlier: { id: real.job.id } })
    const moved = await get<PlanRows>(`/api/plans/${job.id}/rows`)
    expect(moved.rows.every((row) => row.hospital !== hospital)).toBe(true)
    expect(moved.rows.map(({ change }) => change)).toContain('moved')
    expect((await get<PlanDesk>('/api/plans?bed=ic')).last?.id).toBe(real.job.id)
    const closed = await plan({ bed: 'ic', whatIf: { phase: '1b' } })
    const nowhere = await get<PlanRows>(`/api/plans/${closed.job.id}/rows`)
    expect(nowhere.rows.map(({ why }) => why)).toEqual(['nation-closed', 'nation-closed'])
  })

  it('survives a restart, and is explained anew', async () => {
    const kept = server
    const place = await emptyDatabase(dialect)
    server = await startTestServer(dialect, { place })
    cookie = (await server.as('lcps@nl')).cookie
    await handOver(2)
    const { job } = await plan()
    const told = await get<PlanRows>(`/api/plans/${job.id}/rows`)
    await server.close()
    server = await startTestServer(dialect, { place, fill: false })
    const { cookie: there } = await server.as('lcps-deputy@nl')
    expect(await get<PlanRows>(`/api/plans/${job.id}/rows`, there)).toEqual(told)
    expect((await get<PlanDesk>('/api/plans?bed=ic', there)).last?.id).toBe(job.id)
    await server.close()
    await place.drop()
    server = kept
  })

  it('says for whom nothing is found, and why', async () => {
    const beds = roomEverywhere().map((row) => someBeds(row.hospital, row.bed, { boss: 0, occupied: 10 }))
    const full = await startTestServer(dialect, { beds })
    const kept = server
    server = full
    await handOver(1, { kind: 'planned' })
    cookie = (await full.as('lcps@nl')).cookie
    const { rows } = await get<PlanRows>(`/api/plans/${(await plan()).job.id}/rows`)
    expect(rows[0]).toMatchObject({ hospital: null, rank: null, why: 'no-candidates', change: 'waiting' })
    expect(rows[0]?.counts.full?.alone).toBeGreaterThan(50)
    await full.close()
    server = kept
  })

  it('hides who went back to a region, and refuses others', async () => {
    await handOver(2)
    const { job } = await plan()
    const outcome = await server.perform(people.lcps, 'transfer.hand-back', {
      transfer: anId(100),
      note: 'toch ruimte',
    })
    expect(outcome).not.toHaveProperty('refused')
    const { rows } = await get<PlanRows>(`/api/plans/${job.id}/rows`)
    expect(rows.map(({ transfer }) => transfer)).toEqual([anId(101)])
  })

  it('refuses what is no level, no hospital, no such bed, out of bounds or unknown', async () => {
    const faults = async (body: unknown) => {
      const answer = await post(body)
      const { code, fields } = (await answer.json()) as Problem
      return [answer.status, code, ...(fields ?? []).map(({ field, fault }) => `${field} ${fault}`)]
    }
    const wish = (one: object) => ({ bed: 'ic', whatIf: { beds: [one] } })
    expect(await faults({})).toEqual([422, 'command.invalid', 'bed required'])
    expect(await faults({ bed: 'icu' })).toEqual([422, 'command.invalid', 'bed enum'])
    expect(await faults({ bed: 'ic', more: 1 })).toEqual([422, 'command.invalid', 'more unknown'])
    expect(await faults(wish({ hospital: 'nergens' }))).toEqual([
      422,
      'command.invalid',
      'whatIf.beds.0.hospital format',
    ])
    expect(await faults(wish({ hospital: places.to, change: 51 }))).toEqual([
      422,
      'command.invalid',
      'whatIf.beds.0.change range',
    ])
    expect(await faults({ bed: 'ic', whatIf: { phase: '4' } })).toEqual([
      422,
      'command.invalid',
      'whatIf.phase enum',
    ])
    const nothing = await server.app.request('/api/plans?bed=x', { headers: { cookie } })
    expect(nothing.status).toBe(422)
    for (const path of [`/api/plans/${anId(1)}`, `/api/plans/${anId(1)}/rows`])
      expect((await server.app.request(path, { headers: { cookie } })).status).toBe(404)
    expect((await get<PlanDesk>('/api/plans?bed=ic')).jobs).toEqual([])
  })

  it('plans IC and ward apart', async () => {
    await handOver(1)
    const transfer = anId(300)
    await server.perform(people.wardStaff, 'transfer.submit', { transfer, request: aWardRequest() })
    await server.perform(people.rcps, 'transfer.hand-over', { transfer, note: 'vol' })
    const { job } = await plan({ bed: 'ward' })
    const { rows } = await get<PlanRows>(`/api/plans/${job.id}/rows`)
    expect(rows.map((row) => row.transfer)).toEqual([transfer])
  })
})
