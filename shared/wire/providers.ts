// What an administrator sees of the providers that are configured: no secrets. Read by server/http and web.
import type { Role } from '#shared/terms.ts'

/** GET /api/admin/providers. */
export type AdminProvider = {
  id: string
  name: string
  issuer: string
  clientId: string
  scopes: readonly string[]
  /** Where it must send browsers back to. */
  callback: string
  organisation: { claim: string } | { ura: string }
  /** URA → our organisation. */
  organisations: Readonly<Record<string, string>>
  /** Whether URAs that an administrator entered count beside these. */
  enteredUras: boolean
  role: { claim: string; values: Readonly<Record<string, Role>> }
  /** Whether it answers right now. */
  answers: boolean
}
