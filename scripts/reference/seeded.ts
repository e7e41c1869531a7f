/** A number in [0, 1) that is always the same for one text: FNV-1a, then murmur3's finaliser. */
export function seeded(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number from `low` up to and including `high`. */
export const seededBetween = (text: string, low: number, high: number): number =>
  low + Math.floor(seeded(text) * (high - low + 1))
