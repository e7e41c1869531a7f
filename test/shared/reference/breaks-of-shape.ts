import { type Break, pick, utrecht } from './broken-reference.ts'

/** Files that have not their shape. */
export const breaksOfShape: readonly Break[] = [
  ['a short name of 23 characters', 'shape', 'hospitals.4.short', (c) => (utrecht(c).short = 'x'.repeat(23))],
  [
    'a URA outside the invented series',
    'shape',
    'hospitals.4.fictional.ura',
    (c) => (utrecht(c).fictional.ura = '00000001'),
  ],
  ['a missing field', 'shape', 'hospitals.4.city', (c) => Reflect.deleteProperty(utrecht(c), 'city')],
  ['an unknown field', 'shape', 'hospitals.4', (c) => Object.assign(utrecht(c), { beds: 4 })],
  [
    'an unknown vehicle kind',
    'shape',
    'fleet.0.kind',
    (c) => Object.assign(c.fleet[0] ?? {}, { kind: 'boat' }),
  ],
  [
    'hours that no clock shows',
    'shape',
    'hours.until',
    (c) => (pick(c.fleet, 'll5').hours = { from: '07:00', until: '25:00' }),
  ],
  [
    'a key with two decimals',
    'shape',
    'groups.0.keyPercent',
    (c) => (pick(c.groups, 'azeur').keyPercent = 4.25),
  ],
  ['a road of half a km', 'shape', 'distances.km.3', (c) => (c.distances.km[3] = 0.5)],
]
