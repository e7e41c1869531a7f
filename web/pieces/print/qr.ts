/** Dark or light, row by row. */
export type Modules = boolean[][]

/** Of versions 1 to 6 at error correction M: codewords of error correction per block, blocks, data codewords per block. */
const VERSIONS = [
  [10, 1, 16],
  [16, 1, 28],
  [26, 1, 44],
  [18, 2, 32],
  [24, 2, 43],
  [16, 4, 27],
] as const
/** The format's fifteen bits for error correction M and mask 0 (ISO/IEC 18004, 7.9). */
const FORMAT = 0x5412

/** A text as a QR code (ISO/IEC 18004: bytes, error correction M, mask 0); null over 106 bytes. */
export function qrModules(text: string): Modules | null {
  const bytes = [...new TextEncoder().encode(text)]
  const at = VERSIONS.findIndex(([, blocks, data]) => bytes.length + 2 <= blocks * data)
  const version = VERSIONS[at]
  if (version === undefined) return null
  const [ecc, blocks, data] = version
  return draw(at + 1, interleave(codewords(bytes, blocks * data), data, ecc))
}

function codewords(bytes: readonly number[], total: number): number[] {
  // Mode 4, eight bits of length, the bytes, four bits that end it: all shifted by half a byte.
  const nibbles = [
    4,
    bytes.length >> 4,
    bytes.length & 15,
    ...bytes.flatMap((byte) => [byte >> 4, byte & 15]),
    0,
  ]
  const words = Array.from(
    { length: nibbles.length / 2 },
    (_, index) => ((nibbles[2 * index] ?? 0) << 4) | (nibbles[2 * index + 1] ?? 0),
  )
  while (words.length < total) words.push((words.length - bytes.length) % 2 === 0 ? 0xec : 0x11)
  return words
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

/** Reed–Solomon: what is left of the block after division by the generator of this degree. */
function remainder(block: readonly number[], degree: number): number[] {
  const generator = Array<number>(degree).fill(0)
  generator[degree - 1] = 1
  let root = 1
  for (let index = 0; index < degree; index += 1) {
    for (let place = 0; place < degree; place += 1)
      generator[place] = times(generator[place] ?? 0, root) ^ (generator[place + 1] ?? 0)
    root = times(root, 2)
  }
  let rest = Array<number>(degree).fill(0)
  for (const word of block) {
    const factor = word ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((own, place) => own ^ times(generator[place] ?? 0, factor))
  }
  return rest
}

function interleave(words: readonly number[], size: number, ecc: number): number[] {
  const blocks = Array.from({ length: words.length / size }, (_, index) =>
    words.slice(index * size, (index + 1) * size),
  )
  const across = (rows: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, place) => rows.map((row) => row[place] ?? 0)).flat()
  return [
    ...across(blocks, size),
    ...across(
      blocks.map((block) => remainder(block, ecc)),
      ecc,
    ),
  ]
}

function draw(version: number, words: readonly number[]): Modules {
  const size = 17 + 4 * version
  const dark: Modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const fixed: Modules = dark.map((row) => [...row])
  const set = (x: number, y: number, isDark: boolean) => {
    const [row, kept] = [dark[y], fixed[y]]
    if (row?.[x] === undefined || kept === undefined) return
    row[x] = isDark
    kept[x] = true
  }
  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0)
    set(index, 6, index % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(set, x, y, 4, [2, 4])
  if (version > 1) square(set, size - 7, size - 7, 2, [1])
  format(set, size)
  fill(dark, fixed, words)
  return dark
}

type Set = (x: number, y: number, isDark: boolean) => void

/** Rings round a middle; `light`: which of them are. */
function square(set: Set, x: number, y: number, reach: number, light: readonly number[]): void {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1)
      set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
}

function format(set: Set, size: number): void {
  const bit = (index: number) => ((FORMAT >> index) & 1) === 1
  for (let index = 0; index < 15; index += 1) {
    if (index < 6) set(8, index, bit(index))
    else if (index < 8) set(8, index + 1, bit(index))
    else if (index === 8) set(7, 8, bit(index))
    else set(14 - index, 8, bit(index))
    if (index < 8) set(size - 1 - index, 8, bit(index))
    else set(8, size - 15 + index, bit(index))
  }
  set(8, size - 8, true)
}

/** Two columns at a time from the right, up and down in turns; mask 0 turns over every other module. */
function fill(dark: Modules, fixed: Modules, words: readonly number[]): void {
  const size = dark.length
  let place = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const isUp = ((right + 1) & 2) === 0
        const y = isUp ? size - 1 - step : step
        const row = dark[y]
        if (row === undefined || fixed[y]?.[x]) continue
        const bit = ((words[place >> 3] ?? 0) >> (7 - (place & 7))) & 1
        row[x] = (bit === 1) !== ((x + y) % 2 === 0)
        place += 1
      }
  }
}
