// Reads a QR code's modules back to text. Used by the tests of the piece and of what goes to paper.
import type { Modules } from '#web/pieces/print/qr.ts'

/** Reads the bytes back, knowing nothing of how they were written but the standard: version by size, mask 0. */
export function readQr(modules: Modules): string {
  const size = modules.length
  const isFixed = (x: number, y: number): boolean => {
    const inFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)
    const inAlignment = size > 21 && Math.abs(x - (size - 7)) <= 2 && Math.abs(y - (size - 7)) <= 2
    return inFinder || inAlignment || x === 6 || y === 6
  }
  const bits: number[] = []
  const columns = Array.from({ length: size }, (_, index) => size - 1 - index).filter((x) => x !== 6)
  for (let pair = 0; pair < columns.length; pair += 2)
    for (let step = 0; step < size; step += 1)
      for (const x of columns.slice(pair, pair + 2)) {
        const y = (pair / 2) % 2 === 0 ? size - 1 - step : step
        if (!isFixed(x, y)) bits.push(Number(modules[y]?.[x] === true) ^ Number((x + y) % 2 === 0))
      }
  const words = Array.from({ length: bits.length >> 3 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  )
  const blocks = [1, 1, 1, 2, 2, 4][(size - 21) / 4] ?? 1
  const each = [16, 28, 44, 32, 43, 27][(size - 21) / 4] ?? 0
  const data = Array.from({ length: blocks }, (_, block) =>
    Array.from({ length: each }, (_, place) => words[place * blocks + block] ?? 0),
  ).flat()
  const hex = data.map((word) => word.toString(16).padStart(2, '0')).join('')
  const length = Number.parseInt(hex.slice(1, 3), 16)
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(hex.slice(3 + 2 * at, 5 + 2 * at), 16))
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** The modules of the mark as it is drawn: `M3 0h1v1h-1z` is the dark one at 3, 0. */
export function modulesOf(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = rows[Number(y)]
    if (row !== undefined) row[Number(x)] = true
  }
  return rows
}
