// R7's keys and exemptions as they hold at an instant, from the register. Used by the report and by the daily keeping.
import { exemptAt } from '#shared/fair-share/exemption.ts'
import type { ShareRule } from '#shared/reports/beds-day.ts'
import { registerOf } from '#server/store/register.ts'
import type { Db } from '#server/store/store.ts'

export const shareRuleAt = async (db: Db, at: string): Promise<ShareRule> => ({
  exempt: exemptAt(await registerOf(db, ['exemption']), at),
})
