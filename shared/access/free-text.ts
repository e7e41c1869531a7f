// Free text may not identify a patient (PRODUCT: a request's contents): called where a command's texts are checked.

export type IdentityKind = 'bsn' | 'birth-date' | 'email'

/** Nine digits, or eight with the leading zero left out, perhaps grouped; longer runs are phone numbers. */
const NUMBERS = /(?<!\d[ .-]?)(?:\d[ .-]?){7,8}\d(?![ .-]?\d)/g
/** As figures are grouped, in the BSN's own groups only: `140,80` and a row of readings are no such thing. */
const GROUPED = /(?<![\d,/_])(?:\d{2,3}([,/_])\d{3}\1\d{3}|\d{4}([,/_])\d{2}\2\d{3})(?![,/_]?\d)/g
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i
/** Dutch, English, German. */
const MONTHS = 'jan feb mrt maa mar mär mrz apr mei may mai jun jul aug sep okt oct nov dec dez'.split(' ')
/** `12 maart 1956`, `3 mrt '48`, `12 March 1956`. */
const WORDED = new RegExp(
  `(?<!\\d)(\\d{1,2})[ .-]+(${MONTHS.join('|')})\\p{L}*[ .-]+'?(\\d{4}|\\d{2})(?!\\d)`,
  'giu',
)
const DATES = /(?<!\d)(\d{1,4})( ?[-/.] ?| )(\d{1,2})\2(\d{2,4})(?!\d)/g

/** A date this far back is a birth date; a readmission or a test is not. Patients here are 16 or older. */
const BORN_BEFORE_YEAR = 2013

/** The BSN's 11-test: digits × 9…2, the last × −1, adds up to a multiple of 11. */
function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  if (/^0+$/.test(nine)) return false
  const sum = [...nine].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  )
  return sum % 11 === 0
}

/** The year of a real calendar date, or null. */
function yearOf(a: string, b: string, c: string): number | null {
  const isoLike = a.length === 4
  const [day, month] = isoLike ? [Number(c), Number(b)] : [Number(a), Number(b)]
  if (day < 1 || day > 31 || month < 1 || month > 12) return null
  return isoLike ? Number(a) : fullYear(c)
}

const isBirthYear = (year: number): boolean => year >= 1900 && year < BORN_BEFORE_YEAR

/** Two digits: 13–29 is this century, anything else a year of birth. */
function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number >= 13 && number <= 29 ? 2000 + number : 1900 + number
}

/** As it reads: full-width digits, dashes of every kind and spaces of no width hide nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/\s+/g, ' ')

/** Decimal digits of every script come in runs of ten that begin with zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  if (point < 128) return point - 48
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return point - zero
}

/** The first kind of identity found in a text, or null. */
export function identityIn(typed: string): IdentityKind | null {
  const text = plain(typed)
  if (EMAIL.test(text)) return 'email'
  let born = [...text.matchAll(WORDED)].some(([, , , year = '']) => isBirthYear(fullYear(year)))
  // A real date's digits are not a number; anything else of that shape may be.
  const numbers = text.replace(DATES, (found, a: string, sign: string, b: string, c: string) => {
    // Apart and with a short year it may as well be three readings: `5 / 10 / 40`.
    const isLoose = sign.length > 1 && a.length < 4 && c.length < 4
    const year = isLoose ? null : yearOf(a, b, c)
    if (year !== null && isBirthYear(year)) born = true
    return year === null ? found : ' / '
  })
  if (born) return 'birth-date'
  const found = [...numbers.matchAll(NUMBERS), ...numbers.matchAll(GROUPED)]
  return found.some(([number]) => passesElevenTest(number.replace(/\D/g, ''))) ? 'bsn' : null
}
