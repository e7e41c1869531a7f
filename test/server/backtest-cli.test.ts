import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { wave } from '#test/support/wave.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'brancard-backtest-'))
afterAll(() => rmSync(folder, { recursive: true }))

function backtest(text: string | Buffer) {
  const file = join(folder, 'series.csv')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/backtest.ts', file], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const dayAfter = (days: number) =>
  new Date(Date.UTC(2030, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
const head = 'date,ic_covid,other,ward_covid'
const lines = wave({ days: 120, peak: 500 }).map(({ ic, ward }, day) => `${dayAfter(day)},${ic},x,${ward}`)
const file = (...body: string[]) => `${[head, ...body].join('\n')}\n`

describe('the back-test', () => {
  it('ends with one line of three errors, the model’s the smallest on a wave it never saw', () => {
    const { status, stdout, stderr } = backtest(file(...lines))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const last = stdout.trimEnd().split('\n').at(-1) ?? ''
    const read = /^ic 7-day MAE: model (\d+\.\d\d) persistence (\d+\.\d\d) damped-trend (\d+\.\d\d)$/.exec(
      last,
    )
    const [model, persistence, damped] = (read ?? []).slice(1).map(Number)
    expect(model).toBeLessThan(persistence ?? 0)
    expect(model).toBeLessThan(damped ?? 0)
  })

  it('counts by hand on a straight line', () => {
    const straight = Array.from({ length: 22 }, (_, day) => `${dayAfter(day)},${100 + 10 * day},x,400`)
    // Seven days on the line is 70 higher: persistence is 70 short, the damped trend 21, the model 70 − 0.3·70 − 0.2·30.
    expect(backtest(file(...straight)).stdout).toMatch(
      /\nic 7-day MAE: model 43\.00 persistence 70\.00 damped-trend 21\.00\n$/,
    )
  })

  it('holds the last figures where a day or a figure is missing', () => {
    const whole = Array.from({ length: 30 }, (_, day) => `${dayAfter(day)},50,x,100`)
    const holed = whole
      .filter((_, day) => day !== 12)
      .map((line, day) => (day === 5 ? `${dayAfter(5)},,x,` : line))
    expect(backtest(file(...holed)).stdout).toBe(backtest(file(...whole)).stdout)
  })

  it.each([
    ['no file’s columns', 'date,ic\n2030-01-01,3\n', /^line 1: ic_covid: no such column\n$/],
    ['a day that does not exist', file('2030-02-30,1,x,1'), /^line 2: date: not a day/],
    ['days out of order', file(`${dayAfter(3)},1,x,1`, `${dayAfter(3)},1,x,1`), /^line 3: date: not after/],
    [
      'another file glued on',
      file(`${dayAfter(0)},1,x,1`, `${dayAfter(99)},1,x,1`),
      /^line 3: date: 99 days/,
    ],
    ['a negative count', file(`${dayAfter(0)},-1,x,1`), /^line 2: ic_covid: not a count/],
    ['a decimal comma', file(`${dayAfter(0)},"1,5",x,1`), /^line 2: ic_covid: not a count/],
    ['too few days', file(...lines.slice(0, 14)), /^fewer than fifteen days/],
    ['a ragged row', file(`${dayAfter(0)},1`), /Invalid Record Length/],
    ['another encoding', Buffer.from(`${head}\n2030-01-01,1,caf\xe9,1\n`, 'latin1'), /not UTF-8/],
  ])('refuses %s in one line', (_, text, line) => {
    const { status, stdout, stderr } = backtest(text)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})
