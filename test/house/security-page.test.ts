import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/security.md', 'utf8')

/** The last number of level 1 or 2 in each section of ASVS 5.0. */
const SECTIONS: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
}
const wanted = Object.entries(SECTIONS).flatMap(([section, last]) =>
  Array.from({ length: last }, (_, n) => `V${section}.${n + 1}`),
)
const list = page.slice(page.indexOf('## ASVS 5.0'))
const named = [...list.matchAll(/\bV\d+\.\d+\.\d+\b/g)].map(([id]) => id)

describe('docs/security.md', () => {
  it('has each requirement of ASVS 5.0 level 2 once', () => {
    expect(wanted).toHaveLength(253)
    expect(wanted.filter((id) => named.filter((one) => one === id).length !== 1)).toEqual([])
    expect(named.filter((id) => !wanted.includes(id))).toEqual([])
  })

  it('names tests that are there', () => {
    const tests = [...list.matchAll(/`((?:server|shared|web|flows|house)\/[\w/-]+)`/g)].map(
      ([, path]) => path,
    )
    expect(tests.length).toBeGreaterThan(150)
    const isThere = (path: string) =>
      ['.test.ts', '.test.tsx', '.story.ts'].some((end) => existsSync(`test/${path}${end}`))
    expect([...new Set(tests)].filter((path) => path === undefined || !isThere(path))).toEqual([])
  })

  it('says of every requirement that applies how it is held', () => {
    const rows = list.split('\n').filter((line) => line.startsWith('| V'))
    expect(rows).toHaveLength(177)
    expect(rows.filter((row) => (row.split('|')[3] ?? '').trim().length < 12)).toEqual([])
  })
})

describe('the privacy page', () => {
  it('names every table, so that each has a term', () => {
    const tables = readFileSync('server/store/tables.ts', 'utf8')
    const names = [...tables.matchAll(/^ {2}([a-z_]+): \{/gm)].map(([, name = '']) => name)
    const told = readFileSync('docs/privacy.md', 'utf8')
    expect(names.length).toBeGreaterThan(30)
    expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([])
  })
})
