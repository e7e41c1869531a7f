// Random numbers that are the same at every start (mulberry32). Used by the demo's figures and its morning only.

export type Seeded = {
  /** 0 ≤ n < 1 */
  fraction(): number
  /** Whole, both ends included. */
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** A random-looking id with the form of version 4. */
  uuid(): string
  bytes(count: number): Buffer
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  const bytes = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => between(0, 255)))
  return {
    fraction,
    between,
    bytes,
    pick(list) {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    uuid() {
      const hex = bytes(16).toString('hex')
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
      return [...parts, hex.slice(20)].join('-')
    },
  }
}
