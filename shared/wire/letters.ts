// GET /api/letters: what the letters' list of a hospital tells. Filled by server/http/letters.ts, read by web/state.
import type { Bed } from '#shared/terms.ts'

export type LetterLine = {
  transfer: string
  code: string
  bed: Bed
  from: string
  to: string
  /** Since when the move is over. */
  endedAt: string
  /** From when the hospital is reminded. */
  remindFrom: string
  /** When the clinical fields go, taken over or not. */
  goesAt: string
}
/** The longest over first, at most 100. `more`: so many beside these. */
export type LettersView = { letters: LetterLine[]; more: number; at: string }
