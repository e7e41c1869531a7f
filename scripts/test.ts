// `npm test`: format and lint, types, build, unit/server/web tests, browser stories; then one line with the counts.
// Every part runs even when an earlier one failed, so that one run tells all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'

type Count = { passed: number; failed: number; skipped: number }
const total: Count = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'brancard-test-'))

function add(part: Count): void {
  total.passed += part.passed
  total.failed += part.failed
  total.skipped += part.skipped
}

/** Runs one tool; a tool without counts of its own is one check. */
function run(
  title: string,
  args: string[],
  counts?: (ok: boolean) => Count,
  env: NodeJS.ProcessEnv = {},
): void {
  const started = performance.now()
  console.log(`\n— ${title}`)
  const { status } = spawnSync('npm', ['exec', '--', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ok = status === 0
  const part = counts?.(ok) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  // A runner that fell over before it counted is a failure all the same.
  if (!ok && part.failed === 0) part.failed = 1
  add(part)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `— ${title}: ${part.passed} passed, ${part.failed} failed, ${part.skipped} skipped (${seconds} s)`,
  )
}

function vitestCounts(file: string): Count {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + (report.numFailedTestSuites ? 1 : 0),
    skipped: report.numPendingTests ?? 0,
  }
}

function playwrightCounts(file: string): Count {
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  if (stats.flaky > 0) console.log(`— unsteady, passed at another try: ${stats.flaky}`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

/** Counts from a report file; a runner that wrote none counts as one failure. */
const from = (read: (file: string) => Count, file: string) => (): Count => {
  try {
    return read(file)
  } catch (error) {
    console.error(`no report of the run: ${String(error)}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

run('format and lint', ['biome', 'check', '.'])
run('types', ['tsc', '--noEmit'])
run('build', ['vite', 'build', '--logLevel', 'warn'])
const unit = join(reports, 'unit.json')
run(
  'unit, server and web tests',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
  from(vitestCounts, unit),
)
const flows = join(reports, 'flows.json')
const path = findChromium(console.log)
run('browser stories', ['playwright', 'test', '--reporter=list,json'], from(playwrightCounts, flows), {
  CHROMIUM_PATH: path,
  PLAYWRIGHT_JSON_OUTPUT_NAME: flows,
})

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 ? 0 : 1)
