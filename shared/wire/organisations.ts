// Organisations as an administrator sees them, role by role, and the phone line of each. Read by server/http and web.
import * as z from 'zod/mini'
import { PHONE_LINE } from '#shared/access/phone-line.ts'
import { ROLES, type Role } from '#shared/terms.ts'

/** GET /api/admin/organisations: a page of at most 100; `more`: how many a narrower search leaves out. */
export type OrgRole = {
  org: string
  place: string
  /** As configured with a provider, or else as entered; null: neither. */
  ura: string | null
  /** As an administrator entered it. */
  enteredUra: string | null
  role: Role
  /** Who holds it and is not disabled, deputies apart. */
  people: number
  deputies: number
  phone: string | null
}
export type OrgRoles = { rows: OrgRole[]; more: number }

/** POST /api/admin/organisations/{id}/phone. Null: none any more. */
export const newLine = z.strictObject({
  role: z.enum(ROLES),
  phone: z.nullable(z.string().check(z.trim(), z.regex(PHONE_LINE))),
})

export const URA_DIGITS = 8
/** Of a number as far as it is typed: its digits. */
const DIGITS = /^\d*$/
export const isUra = (typed: string): boolean => typed.length === URA_DIGITS && DIGITS.test(typed)

/** POST /api/admin/organisations/{id}/ura. Null: none any more. */
export const newUra = z.strictObject({
  ura: z.nullable(
    z.string().check(z.trim(), z.minLength(URA_DIGITS), z.maxLength(URA_DIGITS), z.regex(DIGITS)),
  ),
})
