// The checker can fail: every mechanism that is broken on purpose is found, and called by its name.
import { describe, expect, it } from 'vitest'
import { BREAKS } from './breaks.ts'
import { VIOLATIONS } from './history.ts'
import { SHORT } from './script.ts'
import { simulate } from './simulate.ts'

const AT_MOST = 60
/** More of everything that may go wrong: fewer worlds are needed. */
const ROUGH = { ...SHORT, activeMs: 40_000, odds: 0.6, phones: 4, scenes: 2 }

describe('a world that is broken is found out', () => {
  it.each(Object.entries(BREAKS))('%s', { timeout: 120_000 }, async (_, broken) => {
    const found = new Set<string>()
    let seed = 0
    while (!found.has(broken.shows) && seed < AT_MOST) {
      seed += 1
      for (const { name } of (await simulate(seed, ROUGH, broken)).violations) found.add(name)
    }
    expect([...found], `in ${seed} seeds`).toContain(broken.shows)
  })

  it('there is one for everything the checker may find', () => {
    const shown = new Set(Object.values(BREAKS).map(({ shows }) => shows))
    expect(VIOLATIONS.filter((name) => !shown.has(name))).toEqual([])
  })
})
