// What a phone downloads, read from the build in dist/ (`npm test` builds first; alone: `npm run build`). Brotli bytes.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DIST = 'dist'
const KB = 1000
const page = existsSync(join(DIST, 'index.html')) ? readFileSync(join(DIST, 'index.html'), 'utf8') : ''

/** As it is sent: what is too small to gain by compression has no compressed file beside it. */
const brotli = (path: string): number => {
  const small = join(DIST, `${path}.br`)
  return statSync(existsSync(small) ? small : join(DIST, path)).size
}
const sum = (paths: Iterable<string>): number => [...paths].reduce((total, path) => total + brotli(path), 0)

/** The files a page names, without the leading slash. */
const named = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, path = '']) => path)
const scripts = named(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="\/([^"]+\.js)"/g)
const styles = named(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)

const allJs = (): string[] =>
  (readdirSync(DIST, { recursive: true }) as string[]).filter(
    (path) => path.endsWith('.js') && path !== 'service-worker.js',
  )

const chunk = (name: string): string => {
  const found = allJs().find((path) => new RegExp(`(^|/)${name}-[\\w-]{7}\\.js$`).test(path))
  if (found === undefined) throw new Error(`no chunk ${name} in ${DIST}/`)
  return found
}

/** A file and all it imports statically. */
function closure(paths: readonly string[], seen = new Set<string>()): Set<string> {
  for (const path of paths) {
    if (seen.has(path)) continue
    seen.add(path)
    const code = readFileSync(join(DIST, path), 'utf8')
    const imports = [...code.matchAll(/(?:^|[;}\s])(?:import|export)[^;"'()]*["'](\.[^"']+\.js)["']/g)]
    closure(
      imports.map(([, to = '']) => join(dirname(path), to)),
      seen,
    )
  }
  return seen
}

describe('what a phone downloads', () => {
  it('there is a build to measure', () => {
    expect(page, 'no dist/: npm run build').not.toBe('')
    expect(scripts.length).toBeGreaterThan(0)
    expect(styles.length).toBeGreaterThan(0)
  })

  it('at most 35 kB of JavaScript before the first paint, in at most 8 requests', () => {
    const first = closure(scripts)
    expect(sum(first)).toBeLessThanOrEqual(35 * KB)
    expect(1 + first.size + styles.length).toBeLessThanOrEqual(8)
    // Nothing hides behind a second hop: the page names all that its scripts import.
    expect([...first].filter((path) => !scripts.includes(path))).toEqual([])
  })

  it('at most 70 kB to a usable work list with the local database', () => {
    const list = closure([...scripts, chunk('work-list'), chunk('engine'), chunk('dexie')])
    expect([...list].some((path) => path.includes('zod'))).toBe(false)
    expect(sum(list)).toBeLessThanOrEqual(70 * KB)
  })

  it('no file of ours is a quarter of the whole: a changed line stays a small download', () => {
    const vendor = /\/(solid|dexie|zod|distances)-/
    const whole = sum(allJs())
    const large = allJs().filter((path) => !vendor.test(path) && brotli(path) > whole / 4)
    expect(large).toEqual([])
  })
})
