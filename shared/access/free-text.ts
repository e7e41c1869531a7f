// Free text may not identify a patient (PRODUCT: a request's contents): called where a command's texts are checked.

export type IdentityKind = 'bsn' | 'birth-date' | 'email'

/** Nine digits, or eight with the leading zero left out, perhaps grouped; longer runs are phone numbers. */
const NUMBERS = /(?<!\d)(?:\d[ .]?){7,8}\d(?![ .-]?\d)/g
const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i
const DATES = /(?<!\d)(\d{1,4})([-/. ])(\d{1,2})\2(\d{2,4})(?!\d)/g

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

/** The first kind of identity found in a text, or null. */
export function identityIn(text: string): IdentityKind | null {
  if (EMAIL.test(text)) return 'email'
  let born = false
  // A real date's digits are not a number; anything else of that shape may be.
  const numbers = text.replace(DATES, (found, a: string, _sign, b: string, c: string) => {
    const year = yearOf(a, b, c)
    if (year !== null && isBirthYear(year)) born = true
    return year === null ? found : ' / '
  })
  if (born) return 'birth-date'
  for (const [found] of numbers.matchAll(NUMBERS))
    if (passesElevenTest(found.replace(/\D/g, ''))) return 'bsn'
  return null
}
