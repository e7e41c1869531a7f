import { describe, expect, inject, it } from 'vitest'
import { DIALECTS } from '#test/support/databases.ts'
import { races } from '#test/support/faults/races.ts'

/** A thousand on both databases; `npm run faults` does ten thousand. */
const ROUNDS = { bed: 90, vehicle: 60, claim: 80, verify: 80, retracted: 80, expired: 60, departed: 50 }

describe.each(DIALECTS)('two who act at one moment, on %s', (dialect) => {
  it('never both get the last of anything, and all rows tell the same story', async () => {
    const shown = await races(dialect === 'sqlite' ? null : inject('postgresUrl'), ROUNDS)
    expect(shown).toHaveLength(7)
    for (const { done, figures, holds } of shown) expect(holds, `${done}: ${figures}`).toBe(true)
  }, 120_000)
})
