import { describe, expect, it, vi } from 'vitest'
import {
  child,
  codeIn,
  filesUnder,
  lineOf,
  linesOf,
  named,
  nodesIn,
  nodesOf,
  spanOf,
  type Tree,
} from '#test/support/source.ts'

// Reading every file takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const ROOMS = ['shared', 'server', 'web', 'scripts']
/** Dictionaries, migrations and data grow with what they hold. */
const isList = (path: string) => /^web\/i18n\/(nl|en|de)\/|\/migrations\//.test(path)
const code = codeIn(...ROOMS)
const files = [...code, ...filesUnder('web').filter((path) => path.endsWith('.css'))].filter(
  (path) => !isList(path),
)

const at = (sorted: number[], part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
const ascending = (numbers: number[]) => numbers.toSorted((a, b) => a - b)

type Unit = { where: string; lines: number; isComponent: boolean }

const FUNCTION =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/
const nameOf = (node: Tree, parent: Tree | null): string =>
  named(child(node, 'id') ?? child(node, 'key') ?? child(parent, 'id') ?? child(parent, 'key'))

/** Every function with its whole span, the ones inside it counted too. A component has a capital and gives JSX. */
function functionsIn(path: string): Unit[] {
  const units: Unit[] = []
  for (const { node, parent } of nodesIn(path)) {
    if (!FUNCTION.test(node.type)) continue
    const name = nameOf(node, parent)
    const isComponent =
      /^[A-Z]/.test(name) && nodesOf(node).some((inner) => inner.node.type.startsWith('JSX'))
    units.push({ where: `${path}:${lineOf(node)} ${name}`, lines: spanOf(node), isComponent })
  }
  return units
}

const tooLong = (units: readonly Unit[], limit: number) =>
  units.filter(({ lines }) => lines > limit).map(({ where, lines }) => `${where}: ${lines} lines`)

describe('size, as the house wants it', () => {
  const lengths = ascending(files.map(linesOf))

  it('half of the files have at most 70 lines, nine of ten at most 200', () => {
    expect(at(lengths, 0.5)).toBeLessThanOrEqual(70)
    expect(at(lengths, 0.9)).toBeLessThanOrEqual(200)
  })

  it('no file has over 300, tests neither', () => {
    const long = [...files, ...codeIn('test')].filter((path) => linesOf(path) > 300)
    expect(long.map((path) => `${path}: ${linesOf(path)} lines`)).toEqual([])
  })

  it('nine of ten functions have at most 40 lines, none over 60, no component over 120', () => {
    const units = code.flatMap(functionsIn)
    const plain = units.filter(({ isComponent }) => !isComponent)
    expect(units.length).toBeGreaterThan(500)
    expect(at(ascending(plain.map(({ lines }) => lines)), 0.9)).toBeLessThanOrEqual(40)
    expect(tooLong(plain, 60)).toEqual([])
    expect(
      tooLong(
        units.filter(({ isComponent }) => isComponent),
        120,
      ),
    ).toEqual([])
  })
})

describe('the measure', () => {
  it('counts a function from its first line to its last', () => {
    const known = functionsIn('shared/transfers/code.ts').find(({ where }) => where.endsWith(' makeCode'))
    expect(known).toEqual({ where: 'shared/transfers/code.ts:21 makeCode', lines: 5, isComponent: false })
  })
})
