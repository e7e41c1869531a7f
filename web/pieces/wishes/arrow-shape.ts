type Point = { x: number; y: number }
export type ArrowShape = {
  /** The curve as an SVG path, from a little beside one middle to a little beside the other. */
  path: string
  /** The tip, as an SVG path. */
  tip: string
  /** A part of the curve as an SVG path: from 0, its start, to 1, its tip. */
  part: (from: number, to: number) => string
  /** A point on it, from its start (0) to its tip (1): where its number may stand. */
  at: (part: number) => Point
}

/** Units of the map that an arrow leaves free round a region's middle. */
const CLEAR = 26
/** How far it bends aside, as part of its length: so that there and back are two; another where that one is taken. */
const BENDS = [0.14, -0.14, 0.3, -0.3, 0.42, -0.42] as const

/** An arrow between two middles, so wide; its tip is as wide again. */
export function arrowShape(from: Point, to: Point, width: number, bent: number = BENDS[0]): ArrowShape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const aside = { x: -along.y * length * bent, y: along.x * length * bent }
  const bend = { x: (from.x + to.x) / 2 + aside.x, y: (from.y + to.y) / 2 + aside.y }
  const start = toward(from, bend, CLEAR)
  const point = toward(to, bend, CLEAR)
  const tipLength = width / 2 + 12
  const neck = toward(point, bend, tipLength)
  const at = (part: number): Point => ({
    x: (1 - part) ** 2 * start.x + 2 * part * (1 - part) * bend.x + part ** 2 * neck.x,
    y: (1 - part) ** 2 * start.y + 2 * part * (1 - part) * bend.y + part ** 2 * neck.y,
  })
  /** The middle point of a quadratic curve that is a part of this one (its blossom). */
  const between = (a: number, b: number): Point => {
    const [p, q, r] = [(1 - a) * (1 - b), (1 - a) * b + (1 - b) * a, a * b]
    return { x: p * start.x + q * bend.x + r * neck.x, y: p * start.y + q * bend.y + r * neck.y }
  }
  const last = Math.hypot(point.x - neck.x, point.y - neck.y) || 1
  const side = {
    x: (-(point.y - neck.y) / last) * (width / 2 + 8),
    y: ((point.x - neck.x) / last) * (width / 2 + 8),
  }
  const [left, right] = [
    { x: neck.x + side.x, y: neck.y + side.y },
    { x: neck.x - side.x, y: neck.y - side.y },
  ]
  return {
    path: `M${written(start)}Q${written(bend)} ${written(neck)}`,
    tip: `M${written(left)}L${written(point)}L${written(right)}Z`,
    part: (a, b) => `M${written(at(a))}Q${written(between(a, b))} ${written(at(b))}`,
    at,
  }
}

const written = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far }
}

/** Units of the map for so many patients: seen apart from one to ten, and never a river. */
export const arrowWidth = (patients: number): number => (patients <= 0 ? 0 : Math.min(44, 8 + patients * 3.5))

/** Units of the map for so many free beds: the area grows with them. */
export const dotRadius = (beds: number): number => Math.min(22, 4 * Math.sqrt(beds))

export type Arrow = { from: Point; to: Point; width: number }
type Laid = { shape: ArrowShape; width: number }

const PARTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
/** Units of the map between two arrows that are seen apart. */
const APART = 10

/** How much of an arrow lies over the ones before it, and over names that it does not go to. */
function hidden({ shape, width }: Laid, laid: readonly Laid[], names: readonly Point[]): number {
  const points = PARTS.map(shape.at)
  const over = laid.flatMap((other) => {
    const clear = (width + other.width) / 2 + APART
    const theirs = PARTS.map(other.shape.at)
    return points.filter((point) => theirs.some((one) => far(point, one) < clear))
  })
  const covered = names.filter((name) => points.some((point) => far(point, name) < width / 2 + APART))
  return over.length + 2 * covered.length
}

const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Each arrow bent so that as little as can be lies over another, or over the name of a region that it passes. */
export function layArrows(arrows: readonly Arrow[], names: readonly Point[]): ArrowShape[] {
  const laid: Laid[] = []
  for (const { from, to, width } of arrows) {
    const others = names.filter((name) => far(name, from) > 1 && far(name, to) > 1)
    const tried = BENDS.map((bent) => {
      const one = { shape: arrowShape(from, to, width, bent), width }
      return { ...one, cost: hidden(one, laid, others) }
    })
    const best = tried.reduce((least, one) => (one.cost < least.cost ? one : least))
    laid.push(best)
  }
  return laid.map(({ shape }) => shape)
}

type Box = { x: number; y: number; wide: number }
const LINE = 34
const LETTER = 17

const meets = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.wide + b.wide) / 2 && Math.abs(a.y - b.y) < LINE

export const textBox = ({ x, y }: Point, text: string): Box => ({ x, y, wide: text.length * LETTER + 8 })

/** Where the numbers stand, so that none covers a name or another: the first free of some places on each arrow. */
export function placeNumbers(
  arrows: readonly { shape: ArrowShape; text: string }[],
  names: readonly Box[],
): Point[] {
  const taken = [...names]
  return arrows.map(({ shape, text }) => {
    const places = [0.5, 0.62, 0.38, 0.72, 0.28, 0.82].map((part) => shape.at(part))
    const free = places.find((place) => !taken.some((box) => meets(box, textBox(place, text))))
    const place = free ?? shape.at(0.5)
    taken.push(textBox(place, text))
    return place
  })
}
