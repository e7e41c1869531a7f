import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, isCode, makeCode, readCode } from '#shared/transfers/code.ts'

const anyFive = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: 5, maxLength: 5 })
  .map((characters) => characters.join(''))
const anyCharacter = fc.constantFrom(...CODE_ALPHABET)

describe('a patient’s code', () => {
  it('checks itself: any one wrong character is noticed, so two codes differ in two places', () => {
    fc.assert(
      fc.property(anyFive, fc.nat(5), anyCharacter, (five, place, other) => {
        const code = makeCode(five)
        expect(isCode(code)).toBe(true)
        const wrong = code.slice(0, place) + other + code.slice(place + 1)
        expect(isCode(wrong)).toBe(wrong === code)
      }),
    )
  })

  it('two neighbours that change places are noticed, but for 0 and Z', () => {
    fc.assert(
      fc.property(anyFive, fc.nat(4), (five, place) => {
        const code = makeCode(five)
        const [a, b] = [code.charAt(place), code.charAt(place + 1)]
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2)
        const blind = a === b || [a, b].sort().join('') === '0Z'
        expect(isCode(swapped)).toBe(blind)
      }),
    )
  })

  it('is read as it is typed, and is nothing else', () => {
    expect(readCode(' k7q-3tb ')).toBe('K7Q3TB')
    expect(readCode('ooil-0o')).toBe('001100')
    expect(isCode('K7Q3TB')).toBe(true)
    for (const wrong of ['K7Q3T', 'K7Q3TBB', 'k7q3tb', 'K7U3TB', '']) expect(isCode(wrong)).toBe(false)
    for (const five of ['K7Q3', 'K7Q3TB', 'K7U3T']) expect(() => makeCode(five)).toThrow(RangeError)
  })
})
