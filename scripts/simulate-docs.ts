// The part of docs/faults.md that a run of the simulator writes: how often each fault was injected, and what came of it.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { FAULTS } from '#test/simulator/history.ts'

const PATH = 'docs/faults.md'
const OPEN = '<!-- simulation -->'
const CLOSE = '<!-- /simulation -->'

type Run = {
  totals: ReadonlyMap<string, number>
  first: number
  count: number
  short: boolean
  violations: number
  seconds: number
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

function section({ totals, first, count, short, violations, seconds }: Run): string {
  const of = (what: string) => (totals.get(what) ?? 0).toLocaleString('en')
  const rows = FAULTS.map((fault) => `| ${fault.replace(' ', ' | ')} | ${of(fault)} |`)
  return [
    OPEN,
    '## By simulation',
    '',
    `\`npm run simulate -- --seeds ${count} --from ${first}${short ? ' --short' : ''} --docs\` at commit ${git('rev-parse', '--short', 'HEAD')},`,
    `${new Date().toISOString().slice(0, 10)}: **${violations} violations in ${count} seeds** (${Math.round(seconds)} s on two`,
    `threads); ${of('taps')} taps, ${of('queued')} acts queued, ${of('taken')} answers of the server that it was done;`,
    `${of('told as expired, and done')} acts were done while the phone said that their time was over,`,
    `${of('lost in a restore that nobody announced')} were forgotten by a restore that nobody announced (decision 015).`,
    '',
    '| # | fault | times injected |',
    '|---|---|---|',
    ...rows,
    CLOSE,
  ].join('\n')
}

/** Replaces what stands between the markers; everything else in the file is left as it is. */
export function writeDocs(run: Run): void {
  const text = existsSync(PATH) ? readFileSync(PATH, 'utf8') : `# Faults\n\n${OPEN}\n${CLOSE}\n`
  const [from, until] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
  const made =
    from < 0 || until < 0
      ? `${text.trimEnd()}\n\n${section(run)}\n`
      : text.slice(0, from) + section(run) + text.slice(until + CLOSE.length)
  writeFileSync(PATH, made)
}
