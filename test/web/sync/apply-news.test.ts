// @vitest-environment node
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Event, News } from '#shared/wire/event.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { aTransfer, anId, inPhase, ids, someBeds, T0 } from '#test/support/builders.ts'
import { freshDb } from '#test/support/phone.ts'
import { applyNews, applySnapshot, isNews, readKnown } from '#web/sync/apply-news.ts'
import type { LocalDb } from '#web/sync/local-db.ts'

let db: LocalDb
beforeEach(() => {
  db = freshDb()
})

const event = (rev: number, data: Record<string, unknown>, over: Partial<Event> = {}): News => ({
  kind: 'event',
  event: {
    name: 'transfer.claimed',
    subject: 'transfer',
    id: ids.transfer,
    data,
    rev,
    transfer: ids.transfer,
    at: T0,
    entered: T0,
    by: { role: 'rcps', org: 'nazmn' },
    ...over,
  },
})
const row = (rev: number, over = {}): News => ({
  kind: 'row',
  subject: 'transfer',
  id: ids.transfer,
  row: { ...aTransfer({ rev, ...over }) },
})
const gone: News = { kind: 'gone', subject: 'transfer', id: ids.transfer }
const apply = (...news: News[]) => applyNews(db, news, 'c1', T0)
const found = () => db.transfers.get(ids.transfer)

const snapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  cursor: 'c9',
  epoch: 'e1',
  at: T0,
  transfers: [],
  reservations: [],
  rides: [],
  beds: [],
  phases: [],
  alerts: [],
  register: [],
  ...over,
})

describe('news', () => {
  test('an event changes its fields and the rev; the cursor goes with it', async () => {
    await apply(row(1), event(2, { state: 'offered', to: 'radboudumc' }))
    expect(await found()).toMatchObject({ rev: 2, state: 'offered', to: 'radboudumc', code: 'K7Q3TB' })
    expect((await db.meta.get('cursor'))?.value).toBe('c1')
  })

  test('a first event makes the row', async () => {
    const { rev: _, ...data } = aTransfer()
    await apply(event(1, data, { name: 'transfer.submitted' }))
    expect(await found()).toEqual(aTransfer({ rev: 1 }))
  })

  test('a change of a row that is not here makes no half row', async () => {
    await apply(event(4, { state: 'offered' }))
    expect(await found()).toBeUndefined()
  })

  test('old news and old rows leave a newer row alone', async () => {
    await apply(row(5, { state: 'reserved' }), event(3, { state: 'offered' }), row(4, { state: 'offered' }))
    expect(await found()).toMatchObject({ rev: 5, state: 'reserved' })
  })

  test('what went out of sight leaves, what came into sight again is back', async () => {
    await apply(row(2), gone)
    expect(await found()).toBeUndefined()
    await apply(row(2))
    expect(await found()).toMatchObject({ rev: 2 })
  })

  test('beds are found by their own id', async () => {
    const beds = someBeds('radboudumc')
    await apply({ kind: 'row', subject: 'beds', id: beds.id, row: { ...beds } })
    await apply(event(2, { reserved: 1 }, { name: 'beds.counted', subject: 'beds', id: beds.id }))
    expect(await db.beds.get(beds.id)).toMatchObject({ rev: 2, reserved: 1, operational: 10 })
  })

  test('the same news in any order, any number of times, after the first ends in the same row', async () => {
    const states = ['matching', 'offered', 'reserved', 'planned', 'in-transit', 'arrived'] as const
    const all = states.map((state, at) => row(at + 1, { state }))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...all, ...all], { minLength: 6 }), async (some) => {
        await db.transfers.clear()
        await apply(...some)
        const last = Math.max(...some.map((news) => (news.kind === 'row' ? Number(news.row.rev) : 0)))
        expect(await found()).toMatchObject({ rev: last, state: states[last - 1] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('snapshot', () => {
  test('what the server no longer shows leaves; what it shows is here', async () => {
    await apply(row(1))
    const beds = someBeds('radboudumc')
    const phases = inPhase('2a')
    await applySnapshot(db, snapshot({ beds: [beds], phases }), await readKnown(db))
    expect(await db.transfers.toArray()).toEqual([])
    expect(await db.beds.toArray()).toEqual([beds])
    expect(await db.phases.toArray()).toEqual(phases)
    expect((await db.meta.get('cursor'))?.value).toBe('c9')
  })

  test('what other news brought while it was on its way stays', async () => {
    await db.meta.put({ key: 'epoch', value: 'e1' })
    const before = await readKnown(db)
    await apply(row(3, { state: 'offered' }))
    await applySnapshot(db, snapshot(), before)
    expect(await found()).toMatchObject({ rev: 3, state: 'offered' })
  })

  test('what other news took away while it was on its way does not come back', async () => {
    await db.meta.put({ key: 'epoch', value: 'e1' })
    await apply(row(1))
    const before = await readKnown(db)
    await apply(gone)
    await applySnapshot(db, snapshot({ transfers: [aTransfer()] }), before)
    expect(await found()).toBeUndefined()
  })

  test('an older row in it does not overwrite a newer one', async () => {
    await db.meta.put({ key: 'epoch', value: 'e1' })
    await apply(row(1))
    const before = await readKnown(db)
    await apply(row(4, { state: 'reserved' }))
    await applySnapshot(db, snapshot({ transfers: [aTransfer({ rev: 2 })] }), before)
    expect(await found()).toMatchObject({ rev: 4, state: 'reserved' })
  })

  test('after a restore to an earlier point the server is believed, lower revs and all', async () => {
    await db.meta.put({ key: 'epoch', value: 'e0' })
    await apply(row(9, { state: 'reserved' }))
    await applySnapshot(db, snapshot({ transfers: [aTransfer({ rev: 2 })] }), await readKnown(db))
    expect(await found()).toMatchObject({ rev: 2, state: 'matching' })
  })
})

describe('what counts as news', () => {
  test.each([
    ['an event', event(1, {}), true],
    ['a row', row(1), true],
    ['gone', gone, true],
    ['an unknown kind', { kind: 'nieuws', subject: 'transfer', id: anId(1) }, false],
    ['an unknown subject', { ...gone, subject: 'patient' }, false],
    ['a row without a row', { kind: 'row', subject: 'transfer', id: anId(1) }, false],
    ['text', 'gone', false],
    ['nothing', null, false],
  ])('%s', (_name, body, expected) => {
    expect(isNews(body)).toBe(expected)
  })
})
