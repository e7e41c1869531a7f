// The part of docs/faults.md that `npm run faults` writes: what was done and what was measured, at which commit. A run
// of some faults replaces their rows and leaves the others.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Shown } from '#test/support/faults/result.ts'

const PATH = 'docs/faults.md'
const OPEN = '<!-- processes -->'
const CLOSE = '<!-- /processes -->'

/** As the run began: what is committed meanwhile was not what ran. */
const COMMIT = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()

/** `F10`, `SQLite`: the rows that a run gives anew. */
const keyOf = (row: string): string => row.split('|').slice(1, 3).join('|')
const numberOf = (row: string): number => Number(/F(\d+)/.exec(row)?.[1] ?? 0)

function rowsOf(shown: readonly Shown[]): string[] {
  const stamp = `${COMMIT}, ${new Date().toISOString().slice(0, 10)}`
  return shown.map(
    ({ fault, on, done, figures, holds }) =>
      `| ${fault} | ${on} | ${done} | ${figures} | ${holds ? 'yes' : '**no**'} | ${stamp} |`,
  )
}

const section = (rows: readonly string[]): string =>
  [
    OPEN,
    '## Against real processes',
    '',
    `\`npm run faults\`, Node ${process.versions.node}, on two cores that were also doing other work: the times are those of a`,
    'busy machine.',
    '',
    '| # | on | what was done | what was seen | holds | at |',
    '|---|---|---|---|---|---|',
    ...rows,
    CLOSE,
  ].join('\n')

export function writeFaults(shown: readonly Shown[]): void {
  const text = existsSync(PATH) ? readFileSync(PATH, 'utf8') : '# Faults\n'
  const [from, until] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
  const old =
    from < 0
      ? []
      : text
          .slice(from, until)
          .split('\n')
          .filter((line) => /^\| F\d/.test(line))
  const fresh = rowsOf(shown)
  const given = new Set(fresh.map(keyOf))
  const rows = [...old.filter((row) => !given.has(keyOf(row))), ...fresh].sort(
    (a, b) => numberOf(a) - numberOf(b),
  )
  writeFileSync(
    PATH,
    from < 0 || until < 0
      ? `${text.trimEnd()}\n\n${section(rows)}\n`
      : text.slice(0, from) + section(rows) + text.slice(until + CLOSE.length),
  )
}
