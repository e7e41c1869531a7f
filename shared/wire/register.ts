// The register: what is decided and listed and hangs on no transfer. One subject, one table, one mirror on the phone; a
// new list is a line in each of the two tables here. Rows are stored by server/store/register.ts.
import type { Key } from '#shared/access/audience.ts'
import type { AbroadLine } from '#shared/abroad/opening.ts'
import type { PartnerRow } from '#shared/abroad/partner-row.ts'
import type { Exemption } from '#shared/fair-share/exemption.ts'
import type { Setting } from '#shared/settings/setting.ts'
import { type Help, helpAudience } from '#shared/transport/help.ts'
import type { Team, VehicleRow } from '#shared/transport/vehicle-row.ts'
import type { Wish } from '#shared/wishes/wish.ts'
import type { KeySet } from '#shared/fair-share/key-set.ts'
import type { RegionKey } from '#shared/fair-share/region-key.ts'

/** List → its row. Rows of one list lie in the order they were written. */
export type Register = {
  vehicle: VehicleRow
  team: Team
  help: Help
  exemption: Exemption
  setting: Setting
  wish: Wish
  'key-set': KeySet
  'region-key': RegionKey
  abroad: AbroadLine
  partner: PartnerRow
}
export type ListName = keyof Register
export type RegisterRow = Register[ListName]
/** What every row has. `over`: of no use any more; kept, but not in the lists phones fetch. */
export type RegisterBase = { id: string; rev: number; list: ListName; over?: boolean }

/** Who may see a row of the list. */
const SEEN_BY: { [L in ListName]: (row: Register[L]) => Key[] } = {
  vehicle: () => ['all'],
  team: () => ['all'],
  help: helpAudience,
  exemption: () => ['all'],
  // Limits and slack hold for everybody, and so does who decided on them.
  setting: () => ['all'],
  wish: () => ['rcps', 'lcps'],
  'key-set': () => ['all'],
  'region-key': () => ['all'],
  abroad: () => ['all'],
  partner: () => ['all'],
}

export function registerAudience<L extends ListName>(row: Register[L] & { list: L }): Key[] {
  return SEEN_BY[row.list](row)
}

export const rowsOfList = <L extends ListName>(rows: readonly RegisterRow[], list: L): Register[L][] =>
  rows.filter((row): row is Register[L] => row.list === list)
