// Legal holds as an administrator sees and lays them. Read by server/http and web.
import * as z from 'zod/mini'
import { isCode } from '#shared/transfers/code.ts'
import { text } from '#shared/transfers/request.ts'

/** POST /api/admin/holds: the whole code, as on the papers. */
export const newHold = z.strictObject({
  code: z.string().check(z.refine(isCode, { error: 'format' })),
  reason: text,
})
export type HoldLaid = { found: number; laid: number }

/** GET /api/admin/holds: the newest first, at most 100. `by`: a person's label, or the operator's name on the machine. */
export type LegalHold = {
  transfer: string
  /** Null: the transfer is gone by now. */
  code: string | null
  reason: string
  by: string
  at: string
  lifted: { by: string; at: string } | null
}
