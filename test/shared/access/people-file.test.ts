import { describe, expect, it } from 'vitest'
import { orgCodes } from '#shared/access/org-codes.ts'
import { type FileLine, peopleIn } from '#shared/access/people-file.ts'
import { PEOPLE_COLUMNS, type PeopleColumn } from '#shared/wire/people-file.ts'

const known = { providers: ['dezi'], orgs: orgCodes({ '00001234': 'umc-utrecht' }) }
const WELL: Record<PeopleColumn, string> = {
  provider: '',
  key: 'dienst-17',
  label: 'Bedcoördinator, UMC Utrecht',
  organisation: 'umc-utrecht',
  role: 'bed-desk',
  deputy: '',
}
const at = (line: number, more: Partial<typeof WELL> = {}): FileLine => ({
  line,
  cells: { ...WELL, ...more },
})
const read = (...lines: FileLine[]) => peopleIn(lines, known)

describe('a line of a file of people', () => {
  it.each([
    ['umc-utrecht', 'bed-desk', 'umc-utrecht'],
    ['00001234', 'bed-desk', 'umc-utrecht'],
    ['NAZMN', 'rcps', 'nazmn'],
    ['vr01', 'transport-desk', 'rav-vr01'],
    ['LCPS', 'lcps', 'nl'],
  ])('names an organisation by %s', (organisation, role, org) => {
    const { people, faults } = read(at(2, { organisation, role }))
    expect(faults).toEqual([])
    expect(people).toMatchObject([{ memberships: [{ role, org }] }])
  })

  it.each<[Partial<typeof WELL>, string, string]>([
    [{ provider: 'other' }, 'provider', 'unknown'],
    [{ key: '' }, 'key', 'required'],
    [{ key: 'jan@umc.example' }, 'key', 'identity'],
    [{ key: '111222333' }, 'key', 'identity'],
    [{ key: 'a b' }, 'key', 'format'],
    [{ key: 'x'.repeat(201) }, 'key', 'length'],
    [{ label: 'ab' }, 'label', 'length'],
    [{ label: 'x'.repeat(81) }, 'label', 'length'],
    [{ label: '=1+2' }, 'label', 'format'],
    [{ label: 'bel j@umc.example' }, 'label', 'identity'],
    [{ organisation: '' }, 'organisation', 'required'],
    [{ organisation: 'umc-nergens' }, 'organisation', 'unknown'],
    [{ role: '' }, 'role', 'required'],
    [{ role: 'directeur' }, 'role', 'unknown'],
    [{ role: 'rcps' }, 'role', 'not-here'],
    [{ role: 'admin' }, 'role', 'admin'],
    [{ deputy: 'misschien' }, 'deputy', 'format'],
  ])('%j is wrong', (more, field, code) => {
    expect(read(at(2, more))).toEqual({ people: [], rows: 1, faults: [{ line: 2, field, code }] })
  })

  it('of another width is wrong as a whole', () => {
    const { faults } = read({ line: 2, cells: null })
    expect(faults).toEqual([{ line: 2, field: null, code: 'columns' }])
  })
})

describe('a person of several lines', () => {
  it('holds a role of each', () => {
    const { people } = read(at(2), at(3, { role: 'ward-staff', deputy: 'Ja' }))
    expect(people).toEqual([
      {
        provider: null,
        key: 'dienst-17',
        label: WELL.label,
        lines: [2, 3],
        memberships: [
          { role: 'bed-desk', org: 'umc-utrecht' },
          { role: 'ward-staff', org: 'umc-utrecht', deputy: true },
        ],
      },
    ])
  })

  it.each<[string, FileLine, string]>([
    ['the same role twice', at(3, { deputy: 'ja' }), 'duplicate'],
    ['another label', at(3, { label: 'Iemand anders', role: 'ward-staff' }), 'differs'],
    ['a wrong role', at(3, { role: 'rcps' }), 'not-here'],
  ])('with %s is not taken, and says why at both lines', (_, wrong, code) => {
    const { people, faults } = read(at(2), wrong, at(4, { key: 'dienst-18' }))
    expect(people.map(({ key }) => key)).toEqual(['dienst-18'])
    expect(faults).toMatchObject([
      { line: 2, code: 'half' },
      { line: 3, code },
    ])
  })

  it('of twenty roles is the most', () => {
    const many = ['nazmn', 'azeur', 'nazz', 'azo', 'nazl', 'szn', 'naznw']
      .flatMap((organisation) => ['rcps', 'secretary'].map((role) => ({ organisation, role })))
      .concat(
        ['umc-utrecht', 'umcg-groningen'].flatMap((organisation) =>
          ['intensivist', 'ward-staff', 'bed-desk'].map((role) => ({ organisation, role })),
        ),
      )
    const lines = many.map((more, index) => at(index + 2, more))
    expect(read(...lines).people[0]?.memberships).toHaveLength(20)
    const { faults } = read(...lines, at(99, { organisation: 'LCPS', role: 'lcps' }))
    expect(faults.at(-1)).toEqual({ line: 99, field: 'role', code: 'too-many' })
  })
})

it('the columns are those that a line has', () => {
  expect(Object.keys(WELL)).toEqual([...PEOPLE_COLUMNS])
})
