import { Route, Router } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeAll, expect, test } from 'vitest'

import type { DayBoard } from '#shared/wire/day-board.ts'
import { loadWords } from '#web/i18n/t.ts'
import { DayNotes } from '#web/screens/day-board/day-notes.tsx'

beforeAll(loadWords)
afterEach(cleanup)

/** `at`: UTC; Amsterdam is an hour ahead in November. */
const show = (at: string) =>
  render(() => (
    <Router>
      <Route
        path="*"
        component={() => (
          <DayNotes
            board={{ at, planHour: 15, slackMinutes: 60 } as unknown as DayBoard}
            isTomorrow={false}
          />
        )}
      />
    </Router>
  ))

test('before the hour it says when tomorrow is planned, from it on that it is time', async () => {
  show('2026-11-21T13:59:00.000Z')
  const before = (await screen.findByText(/Stand van 14:59/)).textContent
  cleanup()
  show('2026-11-21T14:00:00.000Z')
  const after = (await screen.findByText(/Stand van 15:00/)).textContent
  expect(before).toContain('Morgen plannen kan vanaf 15:00.')
  expect(after).toContain('Het is na 15:00: plan morgen nu.')
})
