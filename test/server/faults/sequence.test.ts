import { describe, expect, inject, it } from 'vitest'
import { DIALECTS } from '#test/support/databases.ts'
import { concurrentWriters } from '#test/support/faults/sequence.ts'

// 4 000 here; `npm run faults` writes 100 000.
describe.skipIf(!DIALECTS.includes('postgres'))('several processes that append to one log', () => {
  it('never let a reader at since=n skip an event', async () => {
    const shown = await concurrentWriters(inject('postgresUrl') ?? '', 4000)
    expect(shown.holds, shown.figures).toBe(true)
  }, 60_000)
})
