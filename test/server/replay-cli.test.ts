import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { regions } from '#shared/reference/regions.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'brancard-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

function replay(text: string, ...options: string[]) {
  const file = join(folder, 'demand.csv')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/replay.ts', file, ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** Brabant fills from nothing to three hundred; everywhere else a few lie. */
const head = ['date', ...regions.map(({ id }) => `ic_${id}`)].join(',')
const day = (at: number) => new Date(Date.UTC(2030, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
const surge = [head]
for (let at = 0; at < 30; at += 1)
  surge.push([day(at), ...regions.map(({ id }) => (id === 'nazb' ? at * 10 : 12))].join(','))
const file = `${surge.join('\n')}\n`

/** over-capacity bed-days · spread · highest load · moves, of one policy. */
function row(stdout: string, policy: string): number[] {
  const line = stdout.split('\n').find((one) => one.startsWith(`| ${policy}`)) ?? ''
  return line
    .split('|')
    .slice(2, 6)
    .map((cell) => Number.parseFloat(cell))
}

describe('the replay', () => {
  it('shows what a surge in one region does when nobody moves, nearest first, and by the plan', () => {
    const { status, stdout, stderr } = replay(file)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [overNobody = 0, spreadNobody = 0, highestNobody = 0, movesNobody] = row(stdout, 'nobody moves')
    const [overNearest = 0, spreadNearest = 0] = row(stdout, 'nearest first')
    const [overPlan = 0, spreadPlan = 0, highestPlan = 0, movesPlan = 0] = row(stdout, 'day’s plan')
    expect(movesNobody).toBe(0)
    expect(overNobody).toBeGreaterThan(1000)
    expect(highestNobody).toBeGreaterThan(200)
    expect(overPlan).toBeLessThan(overNobody / 4)
    expect(overPlan).toBeLessThanOrEqual(overNearest)
    expect(spreadPlan).toBeLessThan(spreadNearest)
    expect(spreadNearest).toBeLessThan(spreadNobody)
    expect(highestPlan).toBeLessThan(highestNobody)
    expect(movesPlan).toBeGreaterThan(100)
  })

  it('adds up by hand where nobody moves: over is what the region has beyond its beds', () => {
    const { stdout } = replay(file, '--other', '0')
    // Brabant has 180 of 1 250 estimated beds: 10, 20, … 110 patients beyond them on the last eleven days.
    expect(row(stdout, 'nobody moves')[0]).toBe((110 * 12) / 2)
  })

  it('moves nobody where no move is allowed, and nobody in calm days', () => {
    const none = replay(file, '--moves', '0').stdout
    expect(row(none, 'day’s plan').slice(0, 4)).toEqual(row(none, 'nobody moves').slice(0, 4))
    const calm = replay(`${surge.slice(0, 8).join('\n')}\n`).stdout
    expect(row(calm, 'day’s plan')[3]).toBe(0)
  })

  it('draws the picture that is asked for', () => {
    const svg = join(folder, 'replay.svg')
    expect(replay(`${surge.slice(0, 6).join('\n')}\n`, '--picture', svg).status).toBe(0)
    expect(readFileSync(svg, 'utf8').match(/<polygon/g)).toHaveLength(3)
  })

  it.each([
    ['a file without a region', 'date,ic_nazb\n2030-01-01,3\n', [], /^line 1: ic_azeur: no such column/],
    [
      'half a patient too few',
      `${head}\n2030-01-01${',-1'.repeat(11)}\n`,
      [],
      /^line 2: ic_azeur: not a count/,
    ],
    ['an odd number of moves', file, ['--moves', 'many'], /^--moves: not a whole number from 0 to 500/],
    ['an option it does not know', file, ['--fast'], /--fast/],
  ])('refuses %s in one line', (_, text, options, line) => {
    const { status, stdout, stderr } = replay(text, ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})
