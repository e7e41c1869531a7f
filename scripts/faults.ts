// `npm run faults`: the faults of docs/faults.md against real processes on loopback, on the embedded store and on
// PostgreSQL. Prints the table and writes it into docs/faults.md with date and commit; exit 1 when one does not hold.
// `-- --only F10,F27` runs some and replaces their rows, `-- --short` runs small samples and writes nothing.
import { abuse } from '#test/support/faults/abuse.ts'
import { killed } from '#test/support/faults/kill.ts'
import { databaseAway } from '#test/support/faults/outage.ts'
import { twoOwners } from '#test/support/faults/owner.ts'
import type { Shown } from '#test/support/faults/result.ts'
import { thousandsReturn } from '#test/support/faults/return.ts'
import { races } from '#test/support/faults/races.ts'
import { concurrentWriters } from '#test/support/faults/sequence.ts'
import { silentLines } from '#test/support/faults/silent.ts'
import { slowLine } from '#test/support/faults/slow-line.ts'
import { startPostgres } from '#test/support/postgres.ts'
import { writeFaults } from './faults/table.ts'

const args = process.argv.slice(2)
const isShort = args.includes('--short')
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : null
const size = (whole: number, sample: number): number => (isShort ? sample : whole)

const cluster = await startPostgres()
if (cluster === null) throw new Error('no PostgreSQL on this machine: half of the faults cannot be shown')
const { url } = cluster

/** On each of two databases: ten thousand for the last of something, five thousand for an offer that ends. */
const many = size(1250, 50)
const rounds = {
  bed: many,
  vehicle: many,
  claim: many,
  verify: many,
  retracted: many,
  expired: many,
  departed: size(500, 50),
}

/** The quick ones first; each gives one row or more. */
const faults: [string, () => Promise<Shown | Shown[]>][] = [
  ['F11', () => databaseAway(cluster)],
  ['F13', slowLine],
  ['F20', () => thousandsReturn(null, size(2000, 200))],
  ['F20', () => thousandsReturn(url, size(2000, 200))],
  ['F21', silentLines],
  ['F23', () => abuse(size(30, 5))],
  ['F27', () => concurrentWriters(url, size(100_000, 5000))],
  ['F28', () => twoOwners(size(20, 2))],
  ['F7,F8,F9', () => races(null, rounds)],
  ['F7,F8,F9', () => races(url, rounds)],
  ['F10', () => killed(null, size(200, 10))],
  ['F10', () => killed(url, size(200, 10))],
]

/** A fault that could not be shown does not hold. */
const fell = (fault: string, error: Error): Shown => ({
  fault,
  on: 'both',
  done: 'could not be shown',
  figures: error.message,
  holds: false,
})

const shown: Shown[] = []
try {
  for (const [names, show] of faults) {
    if (only !== null && !names.split(',').some((name) => only.includes(name))) continue
    const started = performance.now()
    const rows = [await show().catch((error: Error) => fell(names, error))].flat()
    const seconds = Math.round((performance.now() - started) / 1000)
    for (const { fault, on, done, figures, holds } of rows)
      console.log(`${holds ? 'holds' : 'FAILS'}  ${fault} ${on}: ${done}\n       ${figures} (${seconds} s)`)
    // At once: a run that is broken off keeps what it has seen.
    if (!isShort) writeFaults(rows)
    shown.push(...rows)
  }
} finally {
  await cluster.stop()
}
const failed = shown.filter(({ holds }) => !holds).length
console.log(`\nfaults ${shown.length} failed ${failed}`)
process.exit(failed === 0 ? 0 : 1)
