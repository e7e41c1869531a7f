import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const HOUR = 3_600_000

/** The frame's line on a phone that hears the server's time. */
async function start(offMs: number) {
  const { StatusLine } = await import('#web/frame/status-line.tsx')
  const { hearServerTime } = await import('#web/state/now.ts')
  await (await import('#web/i18n/t.ts')).loadWords()
  render(() => <StatusLine />)
  hearServerTime(Date.now() + offMs)
  return { hearServerTime }
}

test('a clock that is hours off is told once, with the difference', async () => {
  const { hearServerTime } = await start(-3 * HOUR)
  expect(await screen.findByText('De klok van dit toestel loopt 3 u voor')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toContain('worden gecorrigeerd')
  fireEvent.click(screen.getByRole('button', { name: 'Gezien' }))
  hearServerTime(Date.now() - 5 * HOUR)
  await vi.waitFor(() => expect(screen.queryByText(/De klok van dit toestel/)).toBeNull())
})

test('a clock that is behind says so; one that is right says nothing', async () => {
  const { hearServerTime } = await start(0)
  expect(screen.queryByText(/De klok van dit toestel/)).toBeNull()
  hearServerTime(Date.now() - 4 * 60_000)
  expect(screen.queryByText(/De klok van dit toestel/)).toBeNull()
  hearServerTime(Date.now() + 26 * HOUR)
  expect(await screen.findByText('De klok van dit toestel loopt 26 u achter')).toBeTruthy()
})
