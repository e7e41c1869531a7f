// Invented movements of three weeks as figures, added up as those of timelines that have gone: so many a day, from
// regions above their share to regions below it. Called by seed.ts on an empty database.
import { type Day, dayOf, daysFrom, plusDays } from '#shared/calendar-day.ts'
import { type Fact, type Measure, STEPS, type Step, TRACKS } from '#shared/reports/fact.ts'
import { type KeptFigure, keptOf } from '#shared/retention/kept-figures.ts'
import type { Seeded } from './seeded.ts'

const DAYS = 21
const FROM = ['nazb', 'nazb', 'nazb', 'nazl', 'nazl', 'nazmn', 'nazmn', 'azo', 'tczw', 'nazw'] as const
const TO = ['aznn', 'aznn', 'aznn', 'nazz', 'nazz', 'azeur', 'szn', 'naznw', 'tczw', 'nazw'] as const
const DECLINED = [
  'no-staff',
  'no-staff',
  'no-staff',
  'no-bed',
  'no-bed',
  'no-isolation-room',
  'no-hfno',
] as const
/** Least and most minutes of a planned step; urgent ones take a third. */
const MINUTES: Partial<Record<Step, readonly [number, number]>> = {
  matching: [12, 190],
  offered: [8, 95],
  reserved: [15, 210],
  planned: [25, 160],
  'in-transit': [35, 115],
  arrived: [15, 50],
}

export function pastMoves(now: Date, random: Seeded): KeptFigure[] {
  const today = dayOf(now.toISOString())
  const days = daysFrom(plusDays(today, -DAYS), plusDays(today, -1))
  const facts = days.flatMap((day, at) =>
    Array.from({ length: 16 + at + random.between(0, 9) }, () => oneMove(day, random)).flat(),
  )
  return addedUp(facts.map(keptOf))
}

function oneMove(day: Day, random: Seeded): Fact[] {
  const bed = random.fraction() < 0.45 ? 'ic' : 'ward'
  const track = random.pick([TRACKS[0], ...TRACKS])
  const from = random.pick(FROM)
  const to = track === 'planned' ? random.pick(TO.filter((one) => one !== from)) : random.pick(TO)
  const fact = (measure: Measure, over: Partial<Fact> = {}): Fact => ({
    day,
    from,
    to: '',
    bed,
    track,
    measure,
    minutes: 0,
    count: 1,
    ...over,
  })
  if (random.fraction() < 0.1) return [fact('filed'), fact('ended.withdrawn')]
  const said = random.fraction()
  const refused =
    said < 0.2
      ? [fact(`refused.declined.${random.pick(DECLINED)}`, { to })]
      : said < 0.23
        ? [fact('refused.expired.no-answer', { to })]
        : []
  return [
    fact('filed'),
    ...refused,
    fact('moved', { to }),
    fact('ended.closed', { to }),
    ...steps(fact, random),
  ]
}

/** Every step once, and the ways as their sums. */
function steps(fact: (measure: Measure, over?: Partial<Fact>) => Fact, random: Seeded): Fact[] {
  const isUrgent = fact('filed').track !== 'planned'
  let passed = 0
  const ways: Partial<Record<Step, Step>> = {
    offered: 'to-bed',
    planned: 'to-departure',
    'in-transit': 'to-arrival',
  }
  return STEPS.flatMap((step) => {
    const bounds = MINUTES[step]
    if (bounds === undefined) return []
    const shorter = isUrgent && step !== 'in-transit' && step !== 'arrived' ? 3 : 1
    const minutes = Math.round(random.between(...bounds) / shorter)
    passed += minutes
    const way = ways[step]
    return [
      fact(`step.${step}`, { minutes }),
      ...(way === undefined ? [] : [fact(`step.${way}`, { minutes: passed })]),
    ]
  })
}

function addedUp(figures: readonly KeptFigure[]): KeptFigure[] {
  const sums = new Map<string, KeptFigure>()
  for (const figure of figures) {
    const { count, minutes, ...key } = figure
    const id = JSON.stringify(key)
    const sum = sums.get(id)
    sums.set(id, { ...key, count: (sum?.count ?? 0) + count, minutes: (sum?.minutes ?? 0) + minutes })
  }
  return [...sums.values()]
}
