import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import { createAfterPaint } from '#web/pieces/day-board/after-paint.ts'

const drawing = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

test('it follows one drawing later, and then says the last', async () => {
  const { value, set, shown, dispose } = createRoot((end) => {
    const [value, set] = createSignal(1)
    return { value, set, shown: createAfterPaint(value), dispose: end }
  })
  expect(shown()).toBe(1)
  set(2)
  expect(shown()).toBe(1)
  set(3)
  await drawing()
  expect(shown()).toBe(value())
  set(4)
  await drawing()
  expect(shown()).toBe(4)
  dispose()
  set(5)
  await drawing()
  expect(shown()).toBe(4)
})
