import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import { createAfterPaint, createGrowing } from '#web/pieces/day-board/after-paint.ts'

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

test('of many the first are drawn at once, the others with the drawings after', async () => {
  const { drawn, dispose } = createRoot((end) => ({ drawn: createGrowing(() => 20, 14, 4), dispose: end }))
  expect(drawn()).toBe(14)
  await drawing()
  expect(drawn()).toBe(18)
  await drawing()
  expect(drawn()).toBe(22)
  await drawing()
  expect(drawn()).toBe(22)
  dispose()
})
