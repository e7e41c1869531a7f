import { describe, expect, it, vi } from 'vitest'
import { codeIn, importsOf, targetOf, textOf, treeOf } from '#test/support/source.ts'

// Reading every file takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** What each room may import, beside itself; the most particular row counts. Packages are named on their own. */
const MAY: Record<string, readonly string[]> = {
  shared: [],
  server: ['shared'],
  'server/store': ['shared', 'server/log.ts'],
  'server/plan': ['shared'],
  'server/live': ['shared', 'server/store', 'server/log.ts'],
  'server/views': ['shared', 'server/store', 'server/plan'],
  'server/http': ['shared', 'server'],
  web: ['shared'],
  'web/styles': [],
  'web/i18n': ['shared'],
  'web/parts': ['web/i18n', 'web/styles'],
  'web/pieces': ['shared', 'web/i18n', 'web/parts', 'web/styles'],
  'web/sync': ['shared'],
  'web/state': ['shared', 'web/sync', 'web/i18n', 'web/styles'],
  'web/screens': ['shared', 'web/state', 'web/pieces', 'web/parts', 'web/i18n', 'web/styles'],
  scripts: ['shared', 'server', 'test'],
  test: ['shared', 'server', 'web', 'scripts'],
}
const PACKAGES: Record<string, RegExp> = {
  shared: /^zod(\/mini)?$/,
  web: /^(solid-js|@solidjs\/router|dexie|workbox-|zod\/mini|virtual:|@simplewebauthn\/browser|d3-(scale|shape)$)/,
  server:
    /^(node:|@hono\/|hono|kysely|better-sqlite3|pg$|zod|highs|openid-client|web-push$|@simplewebauthn\/|pino$|csv-parse$)/,
}

const roomOf = (path: string): string =>
  Object.keys(MAY)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? ''
const isIn = (path: string, room: string) => path.startsWith(`${room}/`)

/** The hinge and its helpers stand between the doors and the store. */
const HINGE = ['server/perform.ts', 'server/save-decided.ts', 'server/codes.ts']
const DOORS = /^server\/(http|live|demo|main|start|app)/

function fault(path: string, from: string): string | null {
  const target = targetOf(path, from)
  const to = roomOf(target)
  const room = roomOf(path)
  if (to === '') {
    const packages = PACKAGES[path.split('/')[0] ?? '']
    return packages === undefined || packages.test(from) ? null : 'a package this room does not use'
  }
  if (HINGE.includes(path) && DOORS.test(target)) return 'the hinge knows no door'
  if (isIn(target, room) || room === to) return null
  // What stands at the root of a house knows all its rooms.
  if (room === 'web' || room === 'server')
    return isIn(target, room) || isIn(target, 'shared') ? null : 'the other house'
  // The table of routes is where a screen's links come from.
  if (target === 'web/routes.ts' && (room === 'web/screens' || room === 'web/frame')) return null
  const isAllowed = (allowed: string) => isIn(target, allowed) || target === allowed
  return (MAY[room] ?? []).some(isAllowed) ? null : `${room} may not import ${to}`
}

const files = codeIn('shared', 'server', 'web', 'scripts', 'test')
const faultsOf = (check: (path: string, from: string) => string | null) =>
  files.flatMap((path) =>
    importsOf(path).flatMap(({ from, line }) => {
      const said = check(path, from)
      return said === null ? [] : [`${path}:${line} ${from}: ${said}`]
    }),
  )

describe('imports go one way', () => {
  it('each room imports what stands below it, no other', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(faultsOf(fault)).toEqual([])
  })

  it('a path says where it is: `#room/…` across, `./…` beside, with its ending', () => {
    const said = faultsOf((path, from) => {
      if (from.startsWith('..')) return 'goes up'
      if (!from.startsWith('.') && !from.startsWith('#')) return null
      if (!/\.(tsx?|json|css|mjs)(\?\w+)?$/.test(from)) return 'has no ending'
      const sameFolder = targetOf(path, from).replace(/[^/]*$/, '') === path.replace(/[^/]*$/, '')
      return from.startsWith('#') && sameFolder && !path.startsWith('test/') ? 'is beside: `./`' : null
    })
    expect(said).toEqual([])
  })

  it('runs from far to near: node, packages, shared, the own house, the same folder', () => {
    const rankOf = (from: string): number => {
      if (from.startsWith('.')) return 4
      if (from.startsWith('#shared')) return 2
      if (from.startsWith('#')) return 3
      return from.startsWith('node:') ? 0 : 1
    }
    // `web/main.tsx` begins with the Trusted Types policy: nothing may run before it.
    const said = files
      .filter((path) => path !== 'web/main.tsx')
      .flatMap((path) => {
        const ranks = importsOf(path)
          .filter(({ lazy, from }) => !lazy && !from.endsWith('.css'))
          .map(({ from }) => rankOf(from))
        const step = ranks.findIndex((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0))
        return step < 0 ? [] : [`${path}: import ${step + 1} comes from further away than the one before`]
      })
    expect(said).toEqual([])
  })

  it('no file only passes on what others give, and none is called after nothing', () => {
    const barrels = files.filter((path) => {
      const body = (treeOf(path).program as { body: { type: string; source?: unknown }[] }).body
      return body.length > 0 && body.every(({ type, source }) => type.startsWith('Export') && source != null)
    })
    expect(barrels).toEqual([])
    expect(
      files.filter((path) => /\/(index|utils?|helpers?|common|misc)\.tsx?$/.test(path) && !/i18n/.test(path)),
    ).toEqual([])
  })

  it('every import points at a file that exists', () => {
    const said = faultsOf((path, from) => {
      if (!/^[#.]/.test(from) || from.includes('?')) return null
      try {
        textOf(targetOf(path, from))
        return null
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? 'unreadable'
      }
    })
    expect(said).toEqual([])
  })
})
