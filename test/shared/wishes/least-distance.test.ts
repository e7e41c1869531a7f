import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, leastDistance } from '#shared/wishes/least-distance.ts'

const ids = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at}`)
const total = (amounts: readonly Amount[]): number => amounts.reduce((sum, { patients }) => sum + patients, 0)

/** Every way to give each patient a place, by trying them all. */
function byForce(
  gives: readonly Amount[],
  takes: readonly Amount[],
  km: (a: string, b: string) => number,
): number {
  const patients = gives.flatMap(({ id, patients: count }) => Array<string>(count).fill(id))
  const must = Math.min(patients.length, total(takes))
  const room = new Map(takes.map(({ id, patients: count }) => [id, count]))
  let least = Infinity
  const place = (at: number, moved: number, cost: number) => {
    if (cost >= least || moved + patients.length - at < must) return
    const from = patients[at]
    if (from === undefined) {
      least = cost
      return
    }
    for (const { id } of takes) {
      const left = room.get(id) ?? 0
      if (left === 0) continue
      room.set(id, left - 1)
      place(at + 1, moved + 1, cost + km(from, id))
      room.set(id, left)
    }
    place(at + 1, moved, cost)
  }
  place(0, 0, 0)
  return least
}

describe('the least distance', () => {
  it('sends two to where both are not nearest, when that is shorter together', () => {
    const far: Record<string, number> = { 'a x': 1, 'a y': 2, 'b x': 2, 'b y': 9 }
    const km = (from: string, to: string) => far[`${from} ${to}`] ?? 0
    const one = (id: string) => ({ id, patients: 1 })
    expect(leastDistance([one('a'), one('b')], [one('x'), one('y')], km)).toEqual([
      { from: 'a', to: 'y', patients: 1 },
      { from: 'b', to: 'x', patients: 1 },
    ])
  })

  it('moves nobody where nobody is, or nobody may', () => {
    expect(leastDistance([], [{ id: 'x', patients: 3 }], () => 1)).toEqual([])
    expect(leastDistance([{ id: 'a', patients: 3 }], [], () => 1)).toEqual([])
  })

  it('is never beaten by trying everything, and moves all that can', () => {
    const anyProblem = fc
      .tuple(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      )
      .chain(([gives, takes]) =>
        fc.record({
          gives: fc.constant(ids(gives.length, 'g').map((id, at) => ({ id, patients: gives[at] ?? 0 }))),
          takes: fc.constant(ids(takes.length, 't').map((id, at) => ({ id, patients: takes[at] ?? 0 }))),
          far: fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }),
        }),
      )
    fc.assert(
      fc.property(anyProblem, ({ gives, takes, far }) => {
        const km = (from: string, to: string) => far[Number(from.slice(1)) * 3 + Number(to.slice(1))] ?? 0
        const hauls = leastDistance(gives, takes, km)
        expect(total(hauls.map(({ from, patients }) => ({ id: from, patients })))).toBe(
          Math.min(total(gives), total(takes)),
        )
        for (const { id, patients } of gives)
          expect(
            hauls.filter(({ from }) => from === id).reduce((sum, one) => sum + one.patients, 0),
          ).toBeLessThanOrEqual(patients)
        for (const { id, patients } of takes)
          expect(
            hauls.filter(({ to }) => to === id).reduce((sum, one) => sum + one.patients, 0),
          ).toBeLessThanOrEqual(patients)
        const cost = hauls.reduce((sum, { from, to, patients }) => sum + patients * km(from, to), 0)
        expect(cost).toBe(byForce(gives, takes, km))
      }),
      { numRuns: 200 },
    )
  })
})
