import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { loadEpoch } from '#server/store/meta.ts'
import { DIALECTS, emptyDatabase } from '#test/support/databases.ts'
import { startTestServer } from '#test/support/server.ts'

const run = promisify(execFile)

describe.each(DIALECTS)('`npm run new-epoch` on %s', (dialect) => {
  it('ends the epoch of the database that the environment names', async () => {
    const place = await emptyDatabase(dialect)
    const { dataDir, databaseUrl } = place.choice
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' }
    const before = await startTestServer(dialect, { place })
    const old = await loadEpoch(before.parts.hinge.store.query)
    // The embedded database has one owner, and says so.
    if (dialect === 'sqlite')
      await expect(run(process.execPath, ['scripts/new-epoch.ts'], { env })).rejects.toThrow('al in gebruik')
    await before.close()
    expect((await run(process.execPath, ['scripts/new-epoch.ts'], { env })).stdout).toBe(
      'a new epoch has begun\n',
    )
    const after = await startTestServer(dialect, { place, fill: false })
    expect(await loadEpoch(after.parts.hinge.store.query)).not.toBe(old)
    await after.close()
    await place.drop()
  })
})
