// R7's keys and exemptions as they hold at an instant, from the register. Used by the report and by the daily keeping.
import { exemptAt } from '#shared/fair-share/exemption.ts'
import { keysAt } from '#shared/fair-share/key-set.ts'
import type { ShareRules } from '#shared/reports/beds-day.ts'
import { rowsOfList } from '#shared/wire/register.ts'
import { registerOf } from '#server/store/register.ts'
import type { Db } from '#server/store/store.ts'

export async function shareRulesAt(db: Db, at: string): Promise<ShareRules> {
  const rows = await registerOf(db, ['exemption', 'key-set'])
  const exempt = exemptAt(rowsOfList(rows, 'exemption'), at)
  const sets = rowsOfList(rows, 'key-set')
  return { ic: { ...keysAt(sets, 'ic', at), exempt }, ward: { ...keysAt(sets, 'ward', at), exempt } }
}
