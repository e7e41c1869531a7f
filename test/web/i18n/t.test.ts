import { afterEach, expect, test } from 'vitest'

import { en } from '#web/i18n/en.ts'
import { nl } from '#web/i18n/nl.ts'
import type { Sentence } from '#web/i18n/sentence.ts'
import { fill } from '#web/i18n/sentence.ts'
import { language, setLanguage, t, tryT } from '#web/i18n/t.ts'

afterEach(() => setLanguage('nl'))

test('a sentence gets its parameters', () => {
  expect(t('common.updatedBy', { age: '6 min geleden', who: 'LPZ' })).toBe(
    'bijgewerkt 6 min geleden door LPZ',
  )
})

test('a plural is chosen by its count', () => {
  expect(t('common.charactersLeft', { count: 1 })).toBe('nog 1 teken')
  expect(t('common.charactersLeft', { count: 0 })).toBe('nog 0 tekens')
})

test('a hole without its value stays visible', () => {
  const rules = new Intl.PluralRules('nl')
  expect(fill('van {from} naar {to}', { from: 'A' }, rules)).toBe('van A naar {to}')
})

test('the parts of a key after its area may hold dots', () => {
  expect(t('common.state.acts')).toBe('Aan zet')
})

test('an unknown code has no sentence', () => {
  expect(tryT('refusals.no-such-code')).toBeUndefined()
  expect(tryT('nowhere.at-all')).toBeUndefined()
  expect(tryT('common.toString')).toBeUndefined()
  expect(tryT('no-dot')).toBeUndefined()
})

test('another language changes every sentence and the page says so', async () => {
  await setLanguage('en')
  expect(language()).toBe('en')
  expect(t('common.state.acts')).toBe('Acts now')
  expect(document.documentElement.lang).toBe('en')
})

const holes = (sentence: Sentence): string[] => {
  const text = typeof sentence === 'string' ? sentence : Object.values(sentence).join(' ')
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole))].sort()
}

test.each(Object.keys(nl) as (keyof typeof nl)[])(
  'in %s each sentence asks for the same in both languages',
  (area) => {
    const dutch: Record<string, Sentence> = nl[area]
    const english: Record<string, Sentence> = en[area]
    expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort())
    for (const [key, sentence] of Object.entries(dutch))
      expect(holes(english[key] ?? ''), `${area}.${key}`).toEqual(holes(sentence))
  },
)
