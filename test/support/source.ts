// The code as data, for the tests about the code: which files there are, their syntax trees, what they import.
import { readdirSync, readFileSync } from 'node:fs'
import { type ParserOptions, parse } from '@babel/parser'

type Node = { type: string; loc?: { start: { line: number }; end: { line: number } } | null }
export type Tree = Node & { [key: string]: unknown }

const NOT_OURS = /^(node_modules|dist|data|shots|test-results|playwright-report|\.git)(\/|$)/

/** Paths from the root, sorted; what git ignores is left out. */
export function filesUnder(folder = '.'): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (NOT_OURS.test(path)) return []
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()
}

export const codeIn = (...rooms: string[]): string[] =>
  rooms.flatMap((room) => filesUnder(room).filter((path) => /\.tsx?$/.test(path)))

const texts = new Map<string, string>()
export function textOf(path: string): string {
  const text = texts.get(path) ?? readFileSync(path, 'utf8')
  texts.set(path, text)
  return text
}
export const linesOf = (path: string): number => textOf(path).replace(/\n$/, '').split('\n').length

const trees = new Map<string, Tree>()
export function treeOf(path: string): Tree {
  const plugins: ParserOptions['plugins'] = path.endsWith('.tsx') ? ['typescript', 'jsx'] : ['typescript']
  const tree = trees.get(path) ?? (parse(textOf(path), { sourceType: 'module', plugins }) as unknown as Tree)
  trees.set(path, tree)
  return tree
}

const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string'

export type Met = { node: Tree; parent: Tree | null }

/** Every node of a tree with its parent, each before what is in it; siblings in no order. */
export function nodesOf(root: Tree): Met[] {
  const met: Met[] = []
  const ahead: Met[] = [{ node: root, parent: null }]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { node } = next
    met.push(next)
    for (const key in node) {
      if (key === 'loc' || key.endsWith('omments') || key === 'tokens') continue
      const value = node[key]
      for (const inner of Array.isArray(value) ? value : [value])
        if (isNode(inner)) ahead.push({ node: inner, parent: node })
    }
  }
  return met
}

const walked = new Map<string, Met[]>()
export function nodesIn(path: string): Met[] {
  const known = walked.get(path) ?? nodesOf(treeOf(path))
  walked.set(path, known)
  return known
}
export const lineOf = (node: Node): number => node.loc?.start.line ?? 0
export const spanOf = (node: Node): number => (node.loc ? node.loc.end.line - node.loc.start.line + 1 : 0)
export const child = (node: Tree | null, key: string): Tree | null =>
  node !== null && isNode(node[key]) ? (node[key] as Tree) : null
export const named = (node: Tree | null): string => String(node?.name ?? node?.value ?? '')

type Import = { from: string; line: number; lazy: boolean }
const imports = new Map<string, Import[]>()

/** What a file imports, types too, static and lazy, in the order of its lines. */
export function importsOf(path: string): Import[] {
  const known = imports.get(path) ?? readImports(path)
  imports.set(path, known)
  return known
}

function readImports(path: string): Import[] {
  const found: Import[] = []
  for (const { node } of nodesIn(path)) {
    const isStatic = /^(Import|Export(Named|All))Declaration$/.test(node.type)
    const isLazy = node.type === 'ImportExpression' || child(node, 'callee')?.type === 'Import'
    const asked = isLazy
      ? ((node.arguments as Tree[] | undefined)?.[0] ?? child(node, 'source'))
      : child(node, 'source')
    if ((isStatic || isLazy || node.type === 'TSImportType') && asked?.type === 'StringLiteral')
      found.push({ from: named(asked), line: lineOf(node), lazy: isLazy })
  }
  return found.sort((a, b) => a.line - b.line)
}

/** `#web/parts/x.ts` and `./x.ts` as paths from the root; packages as they are. */
export function targetOf(path: string, from: string): string {
  if (from.startsWith('#')) return from.slice(1)
  if (!from.startsWith('.')) return from
  const parts = path.split('/').slice(0, -1)
  for (const step of from.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}
