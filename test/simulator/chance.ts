// Chance of a simulated world: many streams of numbers from one seed, so that what one part draws moves no other.
import { type Seeded, seeded } from '#server/demo/seeded.ts'

export type Chance = Seeded & {
  /** True once in so many, e.g. `odds(0.2)`. */
  odds(part: number): boolean
  shuffle<T>(list: readonly T[]): T[]
  /** Picks by weight; undefined from an empty list. */
  weigh<T extends { weight: number }>(list: readonly T[]): T | undefined
}

/** The stream of one part (`label`) of the world of this seed. */
export function chanceOf(seed: number, label: string): Chance {
  let mixed = seed >>> 0
  for (const letter of label) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const numbers = seeded(mixed ^ 0x9e3779b9)
  // The first numbers of neighbouring seeds are alike.
  for (let skip = 0; skip < 8; skip += 1) numbers.fraction()
  return {
    ...numbers,
    odds: (part) => numbers.fraction() < part,
    shuffle: (list) =>
      list
        .map((item) => ({ item, rank: numbers.fraction() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
    weigh(list) {
      let left = numbers.fraction() * list.reduce((sum, { weight }) => sum + weight, 0)
      for (const item of list) {
        left -= item.weight
        if (left < 0) return item
      }
      return list.at(-1)
    },
  }
}
