// Organisations as an administrator sees them, role by role, and the phone line of each. Read by server/http and web.
import * as z from 'zod/mini'
import { ROLES, type Role } from '#shared/terms.ts'

/** GET /api/admin/organisations: a page of at most 100; `more`: how many a narrower search leaves out. */
export type OrgRole = {
  org: string
  place: string
  /** As configured with a provider; null: of no provider. */
  ura: string | null
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
  phone: z.nullable(z.string().check(z.trim(), z.regex(/^[+0-9][0-9 ()-]{5,19}$/))),
})
