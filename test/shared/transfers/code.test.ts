import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, isCode, makeCode, readCode } from '#shared/transfers/code.ts'

const character = fc.constantFrom(...CODE_ALPHABET)
const five = fc.array(character, { minLength: 5, maxLength: 5 }).map((list) => list.join(''))

describe('the patient’s code', () => {
  it('is five characters and a check character that makes it a code', () => {
    fc.assert(
      fc.property(five, (characters) => {
        const code = makeCode(characters)
        expect(code).toHaveLength(6)
        expect(code.startsWith(characters)).toBe(true)
        expect(isCode(code)).toBe(true)
      }),
    )
  })

  it('shows every wrong single character, wherever it stands', () => {
    fc.assert(
      fc.property(five, fc.nat(5), character, (characters, place, wrong) => {
        const code = makeCode(characters)
        fc.pre(code[place] !== wrong)
        expect(isCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('shows every wrong character of every place for one code, without chance', () => {
    const code = makeCode('K7Q3T')
    for (let place = 0; place < 6; place += 1)
      for (const wrong of CODE_ALPHABET)
        expect(isCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(wrong === code[place])
  })

  it('shows two neighbours changing places, but for 0 and Z', () => {
    fc.assert(
      fc.property(five, fc.nat(4), (characters, place) => {
        const code = makeCode(characters)
        const [a = '', b = ''] = [code[place], code[place + 1]]
        fc.pre(a !== b && !['0Z', 'Z0'].includes(a + b))
        expect(isCode(code.slice(0, place) + b + a + code.slice(place + 2))).toBe(false)
      }),
    )
  })

  it('differs from any other code in two places at least', () => {
    fc.assert(
      fc.property(five, five, (one, other) => {
        fc.pre(one !== other)
        const [a, b] = [makeCode(one), makeCode(other)]
        expect([...a].filter((part, place) => part !== b[place]).length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it.each(['', 'K7Q3', 'K7Q3TX9', 'k7q3tb', 'K7Q3-T', 'ILOUUU'])('is not %j', (text) => {
    expect(isCode(text)).toBe(false)
  })

  it.each(['', 'ABCD', 'ABCDEF', 'ABCDI', 'abcde'])('cannot be made of %j', (text) => {
    expect(() => makeCode(text)).toThrow(RangeError)
  })

  it.each([
    ['k7q-3tb', 'K7Q3TB'],
    [' K7Q 3TB ', 'K7Q3TB'],
    ['ko1-l0i', 'K01101'],
  ])('is read from %j as %j', (typed, code) => {
    expect(readCode(typed)).toBe(code)
  })
})
