import { describe, expect, test } from 'vitest'

import { contrast, readColourSets } from '#test/support/colour-sets.ts'

const TOKENS = readColourSets('web/styles/tokens.css', 'web/styles/contrast.css')

/** The four sets, each with every place that wears it: the person's choice and the device's wish. */
const SETS: Record<string, string[]> = {
  light: [":root, :root[data-theme='light']"],
  dark: ['@media (prefers-color-scheme: dark) :root:not([data-theme])', ":root[data-theme='dark']"],
  contrast: [
    '@media (prefers-contrast: more) :root:not([data-theme])',
    ":root[data-theme='contrast']",
    '@media print :root:not([data-theme]), :root[data-theme]',
  ],
  'contrast-dark': [
    '@media (prefers-contrast: more) and (prefers-color-scheme: dark) :root:not([data-theme])',
    ":root[data-theme='contrast-dark']",
  ],
}

const STATES = ['--waiting', '--acts', '--moving', '--done', '--stopped', '--old']
const GROUNDS = ['--paper', '--sunk']

/** What is read as text, on every ground it may stand on. */
const TEXT = [
  ...['--ink', '--ink-2', '--accent', ...STATES].flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
  ['--on-accent', '--accent'],
  ['--on-accent', '--acts'],
  ['--on-stopped', '--stopped'],
  ['--paper', '--ink'],
] as [string, string][]

/** What is not read but must be seen: the edges of controls, the focus ring, the shapes of states. */
const MARKS = ['--edge', '--accent', ...STATES].flatMap((mark) =>
  GROUNDS.map((ground) => [mark, ground]),
) as [string, string][]

const coloursAt = (where: string) => TOKENS.find((set) => set.where === where)?.colours
const measure = (colours: Record<string, string>, pairs: [string, string][]) =>
  pairs
    .map(([ink, ground]) => ({
      pair: `${ink} on ${ground}`,
      ratio: contrast(colours[ink] ?? '', colours[ground] ?? ''),
    }))
    .sort((a, b) => a.ratio - b.ratio)

test('every place that sets colours belongs to a known set', () => {
  expect(TOKENS.map((set) => set.where).sort()).toEqual(Object.values(SETS).flat().sort())
})

describe.each(Object.entries(SETS))('%s', (name, places) => {
  const colours = coloursAt(places[0] ?? '') ?? {}
  const least = name.startsWith('contrast') ? 7 : 4.5

  test('is the same wherever it is worn', () => {
    for (const place of places) expect(coloursAt(place), place).toEqual(colours)
  })

  test('names the same colours as the light set', () => {
    const light = Object.keys(coloursAt(SETS.light?.[0] ?? '') ?? {})
    expect(
      Object.keys(colours)
        .filter((key) => key !== '--hair')
        .sort(),
    ).toEqual(light.sort())
  })

  test(`every text stands out ${least} to 1`, () => {
    const ratios = measure(colours, TEXT)
    console.info(`${name}: lowest text ${ratios[0]?.pair} ${ratios[0]?.ratio.toFixed(2)}`)
    for (const { pair, ratio } of ratios) expect(ratio, pair).toBeGreaterThanOrEqual(least)
  })

  test('every mark stands out 3 to 1', () => {
    const ratios = measure(colours, MARKS)
    console.info(`${name}: lowest mark ${ratios[0]?.pair} ${ratios[0]?.ratio.toFixed(2)}`)
    for (const { pair, ratio } of ratios) expect(ratio, pair).toBeGreaterThanOrEqual(3)
  })
})
