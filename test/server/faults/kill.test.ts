import { describe, expect, inject, it } from 'vitest'
import { DIALECTS } from '#test/support/databases.ts'
import { killed } from '#test/support/faults/kill.ts'

// Ten kills in all here; `npm run faults` does two hundred and more.
describe.each(DIALECTS)('the server killed while it works, on %s', (dialect) => {
  it('keeps every command it answered, does none twice, and takes the others when they come again', async () => {
    const shown = await killed(
      dialect === 'sqlite' ? null : inject('postgresUrl'),
      dialect === 'sqlite' ? 6 : 4,
    )
    expect(shown.figures).toContain('lost 0, twice 0')
    expect(shown.holds, shown.figures).toBe(true)
  }, 90_000)
})
