import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rulebook } from '#shared/rulebook.ts'

type Vector = { id: string; rule: string; input: unknown; expected: unknown }

const folder = new URL('../vectors/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const vectors = files.flatMap((file): Vector[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))

/** R9: any optimal assignment is right, so the plan's own test holds its vectors by their objective. */
const HELD_BY_THE_PLAN = 'plan'

const TOLERANCE = 0.001

/** Where two answers differ: numbers within the tolerance, everything else exact. */
function differences(actual: unknown, expected: unknown, at = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= TOLERANCE ? [] : [`${at}: ${actual}, not ${expected}`]
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return actual === expected ? [] : [`${at}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
  }
  const left = new Map(Object.entries(actual))
  const right = new Map(Object.entries(expected))
  const sameShape = Array.isArray(actual) === Array.isArray(expected)
  if (!sameShape || left.size !== right.size) {
    return [`${at}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
  }
  return [...right].flatMap(([key, value]) => differences(left.get(key), value, `${at}.${key}`))
}

describe('the rulebook’s vectors', () => {
  it('come as one file per rule, and every rule has one', () => {
    const rules = [...rulebook.keys(), HELD_BY_THE_PLAN]
    expect(files.sort()).toEqual(rules.map((rule) => `${rule}.json`).sort())
    for (const rule of rules) expect(vectors.filter((vector) => vector.rule === rule)).not.toEqual([])
  })

  it('are compared closely enough to see a wrong answer', () => {
    expect(differences({ a: [1, 'x', null] }, { a: [1.0009, 'x', null] })).toEqual([])
    expect(differences({ a: 1 }, { a: 1.0011 })).not.toEqual([])
    expect(differences({ a: 1, b: 1 }, { a: 1 })).not.toEqual([])
    expect(differences(['a', 'b'], ['b', 'a'])).not.toEqual([])
    expect(differences([], {})).not.toEqual([])
    expect(differences({ a: null }, { a: {} })).not.toEqual([])
  })

  it.each(vectors.filter(({ rule }) => rule !== HELD_BY_THE_PLAN))('$id', ({ rule, input, expected }) => {
    const answer = rulebook.get(rule)?.(input)
    if (answer === undefined || !('decision' in answer)) expect.unreachable(JSON.stringify(answer))
    // As the caller sees it: what JSON drops or changes counts.
    expect(differences(JSON.parse(JSON.stringify(answer.decision)), expected)).toEqual([])
  })
})
