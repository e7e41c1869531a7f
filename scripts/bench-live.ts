// `npm run bench:live`: the figures of docs/bench.md under "Live and durable", the product and a bare server in turn on
// the embedded store. Never part of the tests. `-- --short` for a quick look.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { durable } from './bench-live/durable.ts'
import { latency } from './bench-live/latency.ts'
import { longLog } from './bench-live/long-log.ts'

const isShort = process.argv.includes('--short')
const made: string[] = []
const dir = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'brancard-bench-'))
  made.push(path)
  return path
}
const ms = (value: number): string => `${value.toFixed(2)} ms`
const times = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`
const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`)

console.log(`Measured ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, two cores.\n`)
row('what', 'product', 'bare', 'ratio', 'budget')
row('---', '---', '---', '---', '---')
try {
  for (const streams of [200, 1000]) {
    const { product, bare } = await latency([dir(), dir()], streams, isShort ? 20 : 100)
    row(
      `commit → phone, ${streams} streams, p50`,
      ms(product.p50),
      ms(bare.p50),
      times(product.p50, bare.p50),
      '≤ 2 ×',
    )
    row(
      `commit → phone, ${streams} streams, p95`,
      ms(product.p95),
      ms(bare.p95),
      times(product.p95, bare.p95),
      '≤ 2.5 ×',
    )
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
    row(
      `memory per stream, ${streams} streams`,
      kB(product.perStream),
      kB(bare.perStream),
      times(product.perStream, bare.perStream),
      '≤ 1.5 ×',
    )
  }
  const rate = await durable([dir(), dir()], isShort ? 5 : 20)
  const perSecond = (value: number) => `${Math.round(value)}/s`
  row(
    'durable commands',
    perSecond(rate.product),
    perSecond(rate.bare),
    times(rate.product, rate.bare),
    '≥ 0.35 ×',
  )
  const [short, long] = await longLog(
    [dir(), dir()],
    isShort ? [1000, 100_000] : [1000, 1_000_000],
    isShort ? 20 : 100,
  )
  row('what', '1 000 000 events', '1 000 events', 'ratio', 'budget')
  for (const [name, what] of [
    ['command', 'a command, p50'],
    ['list', 'a list (snapshot), p50'],
    ['catchUp', 'a catch-up, p50'],
  ] as const)
    row(what, ms(long[name]), ms(short[name]), times(long[name], short[name]), '≤ 1.5 ×')
} finally {
  for (const path of made) rmSync(path, { recursive: true, force: true })
}
