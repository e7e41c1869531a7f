// For every test that draws: what was drawn is taken down again, and a console.error fails the test. On a machine that does
// other work beside, what is waited for takes its time.
import { cleanup, configure } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, vi } from 'vitest'

configure({ asyncUtilTimeout: 5_000 })

const complaints: unknown[][] = []

beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words))
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  expect(complaints).toEqual([])
})
