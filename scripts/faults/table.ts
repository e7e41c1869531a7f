// The part of docs/faults.md that a whole run of `npm run faults` writes: what was done and what was measured.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Shown } from '#test/support/faults/result.ts'

const PATH = 'docs/faults.md'
const OPEN = '<!-- processes -->'
const CLOSE = '<!-- /processes -->'

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()

function section(shown: readonly Shown[]): string {
  const rows = shown.map(
    ({ fault, on, done, figures, holds }) =>
      `| ${fault} | ${on} | ${done} | ${figures} | ${holds ? 'yes' : '**no**'} |`,
  )
  return [
    OPEN,
    '## Against real processes',
    '',
    `\`npm run faults\` at commit ${commit()}, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ` +
      'two cores that were also doing other work.',
    '',
    '| # | on | what was done | what was seen | holds |',
    '|---|---|---|---|---|',
    ...rows,
    CLOSE,
  ].join('\n')
}

/** Replaces what stands between the markers; everything else in the file is left as it is. */
export function writeFaults(shown: readonly Shown[]): void {
  const text = existsSync(PATH) ? readFileSync(PATH, 'utf8') : '# Faults\n'
  const [from, until] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
  writeFileSync(
    PATH,
    from < 0 || until < 0
      ? `${text.trimEnd()}\n\n${section(shown)}\n`
      : text.slice(0, from) + section(shown) + text.slice(until + CLOSE.length),
  )
}
