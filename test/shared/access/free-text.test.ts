import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityIn } from '#shared/access/free-text.ts'
import { textFaults } from '#shared/wire/text-faults.ts'

/** A number that passes the 11-test, made from eight free digits; never all zeros. */
function bsnFrom(seed: number): string | undefined {
  const eight = String(seed).padStart(8, '0')
  const sum = [...eight].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0)
  return sum % 11 === 10 ? undefined : `${eight}${sum % 11}`
}

describe('free text', () => {
  it.each([
    ['email', 'mail naar jan.de.vries@voorbeeld.nl'],
    ['birth-date', 'geb. 12-03-1956'],
    ['birth-date', 'geboren 1/2/48'],
    ['birth-date', 'dob 1956-03-12'],
    ['birth-date', '12.03.1956, bekend met COPD'],
    ['birth-date', '12 maart 1956'],
    ['birth-date', "3 mrt '48, alleenstaand"],
    ['birth-date', 'born 12 March 1956'],
    ['birth-date', 'geb. 12. März 1956'],
    ['birth-date', 'geboren am 3. Dez. 1948'],
    ['birth-date', '12. Mai 1956'],
    ['birth-date', 'geb. 12 - 03 - 1956'],
    ['email', 'mail\u200Bjan@voor\u00ADbeeld.nl'],
    ['bsn', 'bsn 111222333'],
    ['bsn', '111-222-333'],
    ['bsn', '１１１２２２３３３'],
    ['bsn', '١١١٢٢٢٣٣٣'],
    ['bsn', '111\u200B222\u2009333'],
    ['bsn', '1112 22 333 bekend'],
    ['bsn', '111,222,333'],
    ['bsn', 'bsn: 111，222，333.'],
    ['bsn', '111/222/333'],
    ['bsn', '111_222_333'],
    ['bsn', '1112,22,333 bekend'],
    ['bsn', '12,345,672'],
  ])('finds a %s in "%s"', (kind, text) => {
    expect(identityIn(text)).toBe(kind)
  })

  it.each([
    'opname 20-11-2026, klaar om 14:30',
    'opname 3 november 2026',
    '06-11122233 of 030-2501122',
    '12 mei om 1430 overleg',
    'bel 030 250 9111 of 088-7555555',
    'RR 140/80, SpO2 92 %, flow 60 L/min',
    'PEEP 5 / 10 / 40',
    'RR 111,22,23,33', // nine digits that pass the 11-test, and no BSN's groups
    'pols 111, 222, 333',
    'pH 7,35 pCO2 5,6 bic 24,1 BE -2,3',
    'RR 140/80/95, AF 28/min, 1,5 mg, 0,05 mcg/kg/min',
    '1,111,222,333 ml',
    'kamer 123456789', // fails the 11-test
    'MICU 1 en 2, 24-11 08:00-12:00',
    '',
  ])('lets "%s" through', (text) => {
    expect(identityIn(text)).toBeNull()
  })

  it('finds every number that passes the 11-test, grouped or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        fc.constantFrom('', ' ', '.', '-', ',', '/'),
        (seed, gap) => {
          const bsn = bsnFrom(seed)
          fc.pre(bsn !== undefined)
          const shown = [bsn.slice(0, 3), bsn.slice(3, 6), bsn.slice(6)].join(gap)
          expect(identityIn(`patiënt ${shown} graag`)).not.toBeNull()
        },
      ),
    )
  })

  it('names the field that holds it, however deep', () => {
    expect(textFaults({ request: { escort: { criteria: 'geb. 12-03-1956' }, age: 70 } })).toEqual([
      { field: 'request.escort.criteria', fault: 'format' },
    ])
    expect(textFaults({ note: 'drain rechts', transfer: '111222333' })).toEqual([])
  })
})
