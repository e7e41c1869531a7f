import { randomBytes } from 'node:crypto'
import { fdatasync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decisions } from '#shared/wire/decisions.ts'
import { createApp } from '#server/http/app.ts'
import { closeParts, makeParts } from '#server/start.ts'
import type { Sync } from '#server/store/log-flush.ts'
import { migrate } from '#server/store/migrate.ts'
import { storeOn } from '#server/store/sqlite.ts'
import { people, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { fill } from '#test/support/fill.ts'
import { json, signIn, startTestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

describe.each(DIALECTS)('a server on %s', (dialect) => {
  it('says that it is well', async () => {
    const server = await startTestServer(dialect, { fill: false })
    const answer = await server.app.request('/api/health')
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ok', store: dialect }])
    await server.close()
  })
})

describe('a server that can keep nothing any more', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'brancard-health-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('says so to who watches over it, so that it is started anew', async () => {
    let sync: Sync = fdatasync
    const database = new Database(join(folder, 'brancard.db'))
    database.pragma('journal_mode = WAL')
    const store = storeOn(
      database,
      () => undefined,
      (fd, done) => sync(fd, done),
    )
    await migrate(store, T0)
    await fill(store, roomEverywhere(), '2a')
    const parts = await makeParts(store, decisions, null, { now: () => new Date(T0), random: randomBytes })
    const app = createApp(parts)
    const cookie = await signIn(app, people.rcps.id)
    const health = async () => (await app.request('/api/health')).status
    expect(await health()).toBe(200)
    sync = (_, done) => done(new Error('EIO: i/o error, fdatasync'))
    const seen = await app.request('/api/session/seen', json({}, cookie))
    expect(seen.status).toBe(503)
    sync = fdatasync
    expect(await health()).toBe(503)
    await closeParts(parts)
  })
})
