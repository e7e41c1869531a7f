import { expect, test } from 'vitest'

import { pickSet } from '#web/styles/theme.ts'

const device = (dark: boolean, contrast: boolean) => ({ dark, contrast })

test.each([
  ['auto', device(false, false), false, 'light'],
  ['auto', device(true, false), false, 'dark'],
  ['auto', device(false, false), true, 'dark'],
  ['auto', device(false, true), false, 'contrast'],
  ['auto', device(true, true), false, 'contrast-dark'],
  ['light', device(true, false), true, 'light'],
  ['light', device(true, true), true, 'contrast'],
  ['dark', device(false, false), false, 'dark'],
  ['dark', device(false, true), false, 'contrast-dark'],
  ['contrast', device(false, false), false, 'contrast'],
  ['contrast', device(true, false), false, 'contrast-dark'],
  ['contrast', device(false, false), true, 'contrast-dark'],
] as const)('%s on %o at night %s wears %s', (theme, asks, night, set) => {
  expect(pickSet(theme, asks, night)).toBe(set)
})
