import { describe, expect, it, vi } from 'vitest'
import { de } from '#web/i18n/de.ts'
import { en } from '#web/i18n/en.ts'
import { nl } from '#web/i18n/nl.ts'
import { child, codeIn, lineOf, nodesIn, named } from '#test/support/source.ts'

// Reading every file takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const HAS_LETTERS = /\p{L}{2,}/u
/** Attributes that a person reads or hears. */
const SPOKEN =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label)$/

describe('what a person reads is a key', () => {
  it('no sentence stands in JSX', () => {
    const said = codeIn('web').flatMap((path) =>
      path.endsWith('.tsx')
        ? nodesIn(path).flatMap(({ node, parent }) => {
            const isText = node.type === 'JSXText'
            const isChild = parent?.type === 'JSXExpressionContainer' && /^(String|Template)/.test(node.type)
            const holder = parent?.type === 'JSXAttribute' ? named(child(parent, 'name')) : ''
            const isSpoken = node.type === 'StringLiteral' && SPOKEN.test(holder)
            if (!isText && !isChild && !isSpoken) return []
            const words = node.type === 'TemplateLiteral' ? quasis(node) : named(node)
            return HAS_LETTERS.test(words) && !isInAttribute(path, node)
              ? [`${path}:${lineOf(node)} ${words.trim()}`]
              : []
          })
        : [],
    )
    expect(said).toEqual([])
  })
})

const quasis = (node: Record<string, unknown>): string =>
  (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(' ')

/** `class={`a b`}` and the like: an expression that is an attribute's value is no sentence. */
function isInAttribute(path: string, wanted: object): boolean {
  for (const { node, parent } of nodesIn(path))
    if (
      node.type === 'JSXExpressionContainer' &&
      parent?.type === 'JSXAttribute' &&
      node.expression === wanted
    )
      return !SPOKEN.test(named(child(parent, 'name')))
  return false
}

type Sentence = string | Readonly<Record<string, string>>
type Words = Record<string, Record<string, Sentence>>
const dutch = nl as unknown as Words
const translations: Record<string, Words> = { en: en as unknown as Words, de: de as unknown as Words }

const keysOf = (words: Words): string[] =>
  Object.entries(words).flatMap(([area, sentences]) => Object.keys(sentences).map((key) => `${area}.${key}`))
const sentenceOf = (words: Words, key: string): Sentence | undefined =>
  words[key.slice(0, key.indexOf('.'))]?.[key.slice(key.indexOf('.') + 1)]
const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence)
const holesOf = (sentence: Sentence): string[] =>
  [
    ...new Set(
      formsOf(sentence).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
    ),
  ].sort()
/** What a plural asks for beside its holes. */
const asksFor = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? holesOf(sentence) : [...new Set(['count', ...holesOf(sentence)])].sort()

describe.each(Object.entries(translations))('the dictionary %s', (language, words) => {
  it('has the Dutch keys, no more and no fewer', () => {
    expect(keysOf(dutch).length).toBeGreaterThan(300)
    expect(keysOf(words).sort()).toEqual(keysOf(dutch).sort())
  })

  it('asks for the same parameters', () => {
    const said = keysOf(dutch).filter((key) => {
      const [own, theirs] = [sentenceOf(dutch, key), sentenceOf(words, key)]
      return own === undefined || theirs === undefined || String(asksFor(own)) !== String(asksFor(theirs))
    })
    expect(said).toEqual([])
  })

  it('has every plural form of its language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const said = keysOf(words).filter((key) => {
      const sentence = sentenceOf(words, key)
      return typeof sentence === 'object' && needed.some((form) => sentence[form] === undefined)
    })
    expect(said).toEqual([])
  })

  it('is filled in and says its own words', () => {
    const empty = keysOf(words).filter((key) =>
      formsOf(sentenceOf(words, key) ?? '').some((form) => form.trim() === ''),
    )
    expect(empty).toEqual([])
    const same = keysOf(words).filter((key) => {
      const sentence = sentenceOf(words, key)
      return (
        typeof sentence === 'string' && sentence.split(' ').length > 5 && sentence === sentenceOf(dutch, key)
      )
    })
    expect(same).toEqual([])
  })
})

describe('the keys that code asks for', () => {
  it('exist', () => {
    const said = codeIn('web').flatMap((path) =>
      nodesIn(path).flatMap(({ node }) => {
        const callee = named(child(node, 'callee'))
        const [key] = (node.arguments ?? []) as { type: string; value?: string }[]
        if (
          node.type !== 'CallExpression' ||
          !['t', 'tryT'].includes(callee) ||
          key?.type !== 'StringLiteral'
        )
          return []
        return sentenceOf(dutch, key.value ?? '') === undefined
          ? [`${path}:${lineOf(node)} ${key.value}`]
          : []
      }),
    )
    expect(said).toEqual([])
  })
})
