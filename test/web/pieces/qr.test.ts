import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Modules, qrModules } from '#web/pieces/print/qr.ts'

const URL = 'https://brancard.example.nl/aanvragen/00000000-0000-4000-8000-000000000001'

/** Reads the bytes back, knowing nothing of how they were written but the standard: version by size, mask 0. */
function read(modules: Modules): string {
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

test('an address is read back from its modules', () => {
  const modules = qrModules(URL)
  expect(modules?.length).toBe(37)
  expect(modules && read(modules)).toBe(URL)
})

test('every text of up to 106 bytes is read back; a longer one has none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const bytes = new TextEncoder().encode(text).length
      const modules = qrModules(text)
      if (bytes > 106) expect(modules).toBe(null)
      else expect(modules && read(modules)).toBe(new TextDecoder().decode(new TextEncoder().encode(text)))
    }),
  )
})
