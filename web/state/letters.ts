import type { LettersView } from '#shared/wire/letters.ts'

import { createOpened, type Opened } from './opened.ts'

/** The letters this person's hospital is still to take over; kept in memory while the screen is open. */
export const createLetters = (): Opened<LettersView> =>
  createOpened(
    () => '/api/letters',
    () => undefined,
  )
