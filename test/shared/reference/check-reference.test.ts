import { describe, expect, it } from 'vitest'
import { checkReference, problemLine } from '#shared/reference/check-reference.ts'
import { PROBLEM_CODES } from '#shared/reference/problem.ts'
import { shippedReference } from '#shared/reference/shipped-reference.ts'
import { breaksOfRegions } from './breaks-of-regions.ts'
import { breaksOfShape } from './breaks-of-shape.ts'
import { breaksOfTransport } from './breaks-of-transport.ts'
import { brokenReference } from './broken-reference.ts'

const breaks = [...breaksOfShape, ...breaksOfRegions, ...breaksOfTransport]

describe('the shipped reference data', () => {
  it('has no problem', () => {
    expect(checkReference(shippedReference)).toEqual([])
  })
})

describe('the check finds', () => {
  it.each(breaks)('%s → %s (%s)', (_, code, place, change) => {
    const found = checkReference(brokenReference(change)).filter((problem) => problem.code === code)
    expect(found.map((problem) => problem.where).join('\n')).toContain(place)
  })

  it('every kind of problem at least once above', () => {
    expect([...new Set(breaks.map(([, code]) => code))].sort()).toEqual([...PROBLEM_CODES].sort())
  })
})

describe('the line for the log', () => {
  it('is one line that names the place and counts the rest', () => {
    const problems = checkReference(
      brokenReference((copy) => {
        for (const each of copy.hospitals) each.lat = 40
      }),
    )
    const line = problemLine(problems)
    expect(line).toContain('outside-netherlands (hospitals: mst-enschede)')
    expect(line).toMatch(/ and \d+ more$/)
    expect(line).not.toContain('\n')
  })
})
