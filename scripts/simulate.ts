// `npm run simulate -- --seeds 1000 --from 1`: worlds of phones, a server, a network and clocks, each made of its seed
// alone. `--seed 42 --trace` tells one of them; `--short`: smaller worlds; `--break <name>`: with a mechanism broken;
// `--docs`: writes how often each fault was injected into docs/faults.md. The last line counts; any violation: exit 1.
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { BREAKS } from '#test/simulator/breaks.ts'
import { FAULTS, type Line } from '#test/simulator/history.ts'
import type { Ordered, Told } from '#test/simulator/worker.ts'
import { writeDocs } from './simulate-docs.ts'

const WORKERS = 2
const SHOWN_LINES = 200

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    break: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
})

const first = Number(values.seed ?? values.from)
const count = values.seed === undefined ? Number(values.seeds) : 1
if (!Number.isInteger(first) || !Number.isInteger(count) || count < 1)
  fail('--seeds and --from are whole numbers')
if (values.break !== undefined && BREAKS[values.break] === undefined)
  fail(`--break is one of:\n  ${Object.keys(BREAKS).join('\n  ')}`)

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}

const time = (at: number): string => `${(at / 1000).toFixed(3).padStart(10)} s`
const say = ({ at, what, data }: Line) =>
  console.log(time(at), what, typeof data === 'string' ? data : JSON.stringify(data))

function show({ seed, violations, lines }: Told): void {
  for (const line of values.trace ? lines : lines.slice(-SHOWN_LINES)) say(line)
  for (const { at, name, what } of violations)
    console.log(`seed ${seed}: ${name} at ${time(at).trim()}: ${what}`)
  const same = [
    values.short ? ' --short' : '',
    values.break === undefined ? '' : ` --break '${values.break}'`,
  ]
  if (violations.length > 0)
    console.log(`again: npm run -s simulate -- --seed ${seed} --trace${same.join('')}`)
}

const totals = new Map<string, number>()
const add = (entries: readonly [string, number][]) => {
  for (const [what, times] of entries) totals.set(what, (totals.get(what) ?? 0) + times)
}
let violations = 0
let failed = 0

function take(told: Told): void {
  add([...told.injected, ...told.counts])
  violations += told.violations.length
  if (told.violations.length > 0) failed += 1
  // The first one tells its history; of the others the names are enough.
  if (values.trace || (told.violations.length > 0 && failed === 1)) show(told)
  else
    for (const { at, name, what } of told.violations.slice(0, 3))
      console.log(`seed ${told.seed}: ${name} at ${time(at).trim()}: ${what.slice(0, 300)}`)
}

/** One thread takes every so-manieth seed. */
function runPart(part: number, parts: number): Promise<void> {
  const seeds = Array.from({ length: count }, (_, index) => first + index).filter(
    (_, at) => at % parts === part,
  )
  const order: Ordered = { seeds, short: values.short, broken: values.break ?? null, trace: values.trace }
  return new Promise((done, stop) => {
    const worker = new Worker(new URL('../test/simulator/worker.ts', import.meta.url), { workerData: order })
    worker.on('message', take)
    worker.on('error', stop)
    worker.on('exit', (code) => (code === 0 ? done() : stop(new Error(`a thread ended with ${code}`))))
  })
}

const started = performance.now()
const parts = Math.min(WORKERS, count)
await Promise.all(Array.from({ length: parts }, (_, part) => runPart(part, parts)))
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage()

if (count > 1) {
  const known = new Set<string>(FAULTS)
  for (const fault of FAULTS) console.log(`${String(totals.get(fault) ?? 0).padStart(8)}  ${fault}`)
  for (const [what, times] of [...totals].filter(([name]) => !known.has(name)).sort())
    console.log(`${String(times).padStart(8)}  ${what}`)
  console.log(`${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`)
}
if (values.docs) writeDocs({ totals, first, count, short: values.short, violations, seconds })
console.log(`seeds ${count} violations ${violations}`)
process.exit(violations === 0 ? 0 : 1)
