import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

type Given = { rows?: string[]; synced?: boolean; connection: 'live' | 'connecting' | 'offline' }
const show = (given: Given) =>
  render(() => (
    <LoadedRows
      rows={given.rows}
      synced={given.synced ?? false}
      connection={given.connection}
      failedTitle="niet geladen"
      failedText="bel"
      empty={<p>niets</p>}
      onRetry={() => undefined}
    >
      {(rows) => <p>{rows().join()}</p>}
    </LoadedRows>
  ))

test('without a connection and without rows of the server it never says that there is nothing', () => {
  show({ rows: [], connection: 'offline' })
  expect(screen.queryByText('niets')).toBeNull()
  expect(screen.getByText('niet geladen')).toBeTruthy()
})

test('what keeps trying in vain is said after a while: a wifi page answers, or nobody', () => {
  show({ rows: [], connection: 'connecting' })
  expect(screen.queryByText('niet geladen')).toBeNull()
  vi.advanceTimersByTime(8_100)
  expect(screen.queryByText('niets')).toBeNull()
  expect(screen.getByText('niet geladen')).toBeTruthy()
})

test('old rows stand whatever the connection is; nothing is nothing only once the server said so', () => {
  show({ rows: ['oud'], connection: 'offline' })
  expect(screen.getByText('oud')).toBeTruthy()
  cleanup()
  show({ rows: [], synced: true, connection: 'offline' })
  expect(screen.getByText('niets')).toBeTruthy()
})
