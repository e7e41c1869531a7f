// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import { T0 } from '#test/support/builders.ts'
import { freshDb } from '#test/support/phone.ts'
import { previousClient } from '#test/support/previous-client.ts'
import { applyNews, isNews } from '#web/sync/apply-news.ts'
import type { LocalDb } from '#web/sync/local-db.ts'

const { before, news, sight, after } = previousClient
const TABLES = ['transfers', 'reservations', 'rides', 'beds', 'phases'] as const

let db: LocalDb
beforeEach(async () => {
  db = freshDb()
  await db.beds.bulkPut(before.beds)
  await db.phases.bulkPut(before.phases)
})

async function expectAfter(): Promise<void> {
  for (const table of TABLES) {
    const rows = await db.table(table).toArray()
    expect(rows, table).toEqual([...after[table]].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
}

describe('what an earlier server sent', () => {
  test('is news to this client, all of it', () => {
    expect([...news, ...sight].filter((item) => !isNews(item))).toEqual([])
  })

  test('makes the very rows that the server had then', async () => {
    await applyNews(db, news, 'c', T0)
    await expectAfter()
  })

  test('told again from half way, older than the rows, it changes nothing', async () => {
    await applyNews(db, news, 'c', T0)
    await applyNews(db, news.slice(0, news.length / 2), 'c2', T0)
    await expectAfter()
  })

  test('a row that came into sight stands, one that left is gone', async () => {
    const [row, gone] = sight
    if (row === undefined || gone === undefined) throw new Error('the record is incomplete')
    await applyNews(db, [row], 'c1', T0)
    expect(await db.transfers.count()).toBe(1)
    await applyNews(db, [gone], 'c2', T0)
    expect(await db.transfers.count()).toBe(0)
  })
})
