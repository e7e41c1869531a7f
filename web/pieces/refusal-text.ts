import type { Refusal, RefusalCode } from '#shared/wire/refusal.ts'
import { clock } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'

import { actorOrg } from './rcps-name.ts'
import { term } from './term.ts'

/** Which closed list words the reason codes of a refusal. */
const REASON_LISTS: Partial<Record<RefusalCode, readonly string[]>> = {
  'hospital.excluded': ['excluded'],
  'reason.required': ['not-met', 'missing'],
  'confirm.need-unticked': ['need'],
  'vehicle.not-allowed': ['transport'],
  'phase.refused': ['phase-reason'],
  'wish.refused': ['wish-reason'],
}

/** The sentence of a refusal, with the reasons and with whoever came first. */
export function refusalText(refusal: Refusal): string {
  const sentence = tryT(`refusals.${refusal.code}`) ?? t('refusals.fault')
  const more = [winner(refusal), reasons(refusal)].filter(Boolean)
  return more.length === 0 ? sentence : `${sentence} (${more.join('; ')})`
}

function reasons({ code, reasons: codes = [] }: Refusal): string {
  const lists = REASON_LISTS[code] ?? []
  return codes
    .map((reason) => lists.map((list) => tryT(`terms.${list}.${reason}`)).find(Boolean) ?? reason)
    .join(', ')
}

/** "LCPS, 14:02": who holds the claim, since when. */
function winner({ code, facts }: Refusal): string {
  if (code !== 'claim.taken' || typeof facts?.org !== 'string') return ''
  const role = String(facts.role ?? '')
  const who = actorOrg(role, facts.org) || term('role', role)
  return typeof facts.at === 'string' ? `${who}, ${clock(facts.at)}` : who
}
