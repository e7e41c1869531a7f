// GET /api/letters: the letters a hospital is still to take over; one line in the record with the codes that were told.
import type { Handler } from 'hono'
import { listAct } from '#shared/record/acts.ts'
import type { LettersView } from '#shared/wire/letters.ts'
import { lettersView } from '#server/retention/letters-view.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readRecorded } from './recorded.ts'

export const getLetters =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const at = parts.hinge.now().toISOString()
    const view = await readRecorded(
      parts,
      c,
      (db) => lettersView(db, c.get('signedIn').person, at),
      (happened, { letters }) =>
        listAct(
          happened,
          'list.read',
          letters.map(({ code }) => code),
        ),
    )
    return c.json(view satisfies LettersView)
  }
