import { describe, expect, test } from 'vitest'
import { map, project } from '#shared/reference/map.ts'
import { regions } from '#shared/reference/regions.ts'
import { middleOf } from '#shared/wishes/wish-facts.ts'
import { filled } from '#web/pieces/wishes/nation-arrow.tsx'
import { type Arrow, arrowShape, arrowWidth, layArrows } from '#web/pieces/wishes/arrow-shape.ts'

const middle = (region: string) => project(middleOf(region))
const arrow = (from: string, to: string, patients: number): Arrow => ({
  from: middle(from),
  to: middle(to),
  width: arrowWidth(patients),
})
const names = map.regions.map(({ id }) => middle(id))
const PARTS = [0.3, 0.5, 0.7, 0.9]
const apart = (a: ReturnType<typeof arrowShape>, b: ReturnType<typeof arrowShape>): number =>
  Math.min(
    ...PARTS.flatMap((p) => PARTS.map((q) => Math.hypot(a.at(p).x - b.at(q).x, a.at(p).y - b.at(q).y))),
  )

describe('arrows of the nation', () => {
  test('two that lie in line from one region are seen apart', () => {
    const far = arrow('nazb', 'aznn', 9)
    const near = arrow('nazb', 'nazz', 1)
    const straight = [far, near].map(({ from, to, width }) => arrowShape(from, to, width))
    const laid = layArrows([far, near], names)
    const between = ([a, b]: typeof laid) => (a && b ? apart(a, b) : Number.NaN)
    expect(between(straight)).toBeLessThan(far.width / 2)
    expect(between(laid)).toBeGreaterThan((far.width + near.width) / 2)
  })

  test('there and back are two', () => {
    const [there, back] = layArrows([arrow('nazb', 'aznn', 5), arrow('aznn', 'nazb', 5)], names)
    if (!there || !back) throw new Error('two arrows are laid')
    expect(apart(there, back)).toBeGreaterThan(arrowWidth(5))
  })

  test('a part of the curve lies on it', () => {
    const shape = arrowShape({ x: 0, y: 0 }, { x: 800, y: 0 }, 20)
    expect(shape.part(0, 1)).toBe(shape.path)
    const [, mx = '', my = '', ex = '', ey = ''] =
      /M(\S+) (\S+)Q\S+ \S+ (\S+) (\S+)/.exec(shape.part(0.25, 0.5)) ?? []
    expect(Number(mx)).toBeCloseTo(shape.at(0.25).x, 0)
    expect(Number(my)).toBeCloseTo(shape.at(0.25).y, 0)
    expect(Number(ex)).toBeCloseTo(shape.at(0.5).x, 0)
    expect(Number(ey)).toBeCloseTo(shape.at(0.5).y, 0)
  })

  test.each([
    [{ wanted: 8, named: 6, underWay: 2, done: 2 }, ['done 0–0.25', 'going 0.25–0.5', 'named 0.5–0.75']],
    [{ wanted: 0, named: 2, underWay: 0, done: 0 }, ['named 0–1']],
    [{ wanted: 4, named: null, underWay: null, done: null }, []],
  ])('%o is filled as far as it has come', (pair, said) => {
    const parts = filled({ from: 'nazb', to: 'aznn', ...pair })
    expect(parts.map(({ mark, from, to }) => `${mark} ${from}–${to}`)).toEqual(said)
  })

  test('every pair of regions has its arrow, from the one to the other', () => {
    for (const from of regions)
      for (const to of regions) {
        if (from.id === to.id) continue
        const [shape] = layArrows([arrow(from.id, to.id, 4)], names)
        expect(shape?.path, `${from.id} ${to.id}`).not.toContain('NaN')
        const tip = shape?.at(1) ?? { x: 0, y: 0 }
        const left = Math.hypot(tip.x - middle(to.id).x, tip.y - middle(to.id).y)
        expect(left).toBeLessThan(60)
      }
  })
})
