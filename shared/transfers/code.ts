// The patient's code: five characters of Crockford's alphabet and one check character (Luhn mod 32), so that any
// one wrong character is noticed. Issued by the server, checked at the bed and in every search field.

/** Crockford's: no I, L, O or U. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE = CODE_ALPHABET.length
const PATTERN = new RegExp(`^[${CODE_ALPHABET}]{6}$`)

/** The sum of Luhn's digits; every second character counts double, the one before the check character first. */
function luhn(characters: string, doubleFrom: 0 | 1): number {
  let sum = 0
  for (const [index, character] of [...characters].reverse().entries()) {
    const value = CODE_ALPHABET.indexOf(character)
    const addend = index % 2 === doubleFrom ? value * 2 : value
    sum += Math.floor(addend / BASE) + (addend % BASE)
  }
  return sum
}

/** `K7Q3T` → `K7Q3T` and its check character. Throws on anything but five characters of the alphabet. */
export function makeCode(five: string): string {
  const code = five + CODE_ALPHABET.charAt((BASE - (luhn(five, 0) % BASE)) % BASE)
  if (!PATTERN.test(code)) throw new RangeError('a code is made of five characters of the alphabet')
  return code
}

/** Six characters, as stored: upper case, no dash. */
export const isCode = (code: string): boolean => PATTERN.test(code) && luhn(code, 1) % BASE === 0

/** What a person typed, as stored: spaces and dashes gone, upper case, `O` read as 0, `I` and `L` as 1. */
export const readCode = (typed: string): string =>
  typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
