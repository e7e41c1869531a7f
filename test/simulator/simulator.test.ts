// A bounded sample of the simulator, and that a seed alone decides.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FAULTS } from './history.ts'
import { FULL, SHORT } from './script.ts'
import { simulate } from './simulate.ts'

const run = promisify(execFile)
const MINUTE = 60_000

const told = async (seed: number) => {
  const { lines, violations } = await simulate(seed, SHORT)
  // The number of a request is the server's own and means nothing.
  const text = lines.map((line) => JSON.stringify(line).replace(/\\"request\\":\\"[^"]*"/g, ''))
  return { lines: text, violations }
}

describe('the simulator', () => {
  it.each([3, 11, 36])('tells of seed %i the same story each time', { timeout: 3 * MINUTE }, async (seed) => {
    const first = await told(seed)
    const second = await told(seed)
    expect(first.violations).toEqual([])
    expect(first.lines.length).toBeGreaterThan(10)
    expect(second.lines).toEqual(first.lines)
  })

  it('tells another story of another seed', { timeout: MINUTE }, async () => {
    expect((await told(4)).lines).not.toEqual((await told(5)).lines)
  })

  it('finds nothing in larger worlds', { timeout: 5 * MINUTE }, async () => {
    for (const seed of [1, 2, 3]) expect((await simulate(seed, FULL)).violations).toEqual([])
  })

  it('finds nothing in 1 000 short seeds, in which every fault occurs', {
    timeout: 15 * MINUTE,
  }, async () => {
    const args = ['scripts/simulate.ts', '--seeds', '1000', '--from', '1', '--short']
    const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }).catch(
      (failed: { stdout: string }) => failed,
    )
    expect(stdout.trim().split('\n').at(-1)).toBe('seeds 1000 violations 0')
    const counted = (fault: string) => Number(new RegExp(`(\\d+)  ${fault}\\n`).exec(stdout)?.[1] ?? 0)
    expect(FAULTS.filter((fault) => counted(fault) === 0)).toEqual([])
  })
})
