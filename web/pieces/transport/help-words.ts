import type { Help, HelpAsk } from '#shared/transport/help.ts'
import { clock, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { daysBetween } from '#web/i18n/wall-time.ts'
import type { State } from '#web/parts/state-mark.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'

/** Today by the clock alone. */
export const shortly = (at: string, now: string): string =>
  daysBetween(now, at) === 0 ? clock(at) : moment(at, now)

/** Why the own centre cannot: as a sentence to itself, or as part of one to others. */
export function ownWords(of: 'own' | 'because', { reason, until }: Help['own'], now: string): string {
  if (reason === 'hours') return t(`transport.help.${of}.hours`)
  if (until === null) return t(`transport.help.${of}.out`)
  const at = { until: shortly(until, now) }
  return reason === 'taken' ? t(`transport.help.${of}.taken`, at) : t(`transport.help.${of}.outUntil`, at)
}

/** What a house said, or that it said nothing. */
export function askWords(ask: HelpAsk, help: Pick<Help, 'step' | 'state'>, now: string): string {
  if (ask.answer === 'yes' && ask.vehicle !== null && ask.departAt !== null)
    return t('transport.help.yes', { vehicle: vehicleName(ask.vehicle), at: shortly(ask.departAt, now) })
  if (ask.answer === 'no')
    return t('transport.help.no', { reason: t(`transport.help.why.${ask.reason ?? 'other'}`) })
  if (help.state === 'open' && ask.step === help.step) return t('transport.help.waiting')
  return t(
    help.state === 'found' && ask.step === help.step ? 'transport.help.dropped' : 'transport.help.silent',
  )
}

export function askLook(ask: HelpAsk, help: Pick<Help, 'step' | 'state'>): State {
  if (ask.answer === 'yes') return 'done'
  if (ask.answer === 'no') return 'stopped'
  return help.state === 'open' && ask.step === help.step ? 'waiting' : 'old'
}

/** "MICU UMC Utrecht vraagt een MICU". */
export const asksWords = ({ by, step }: Pick<Help, 'by' | 'step'>): string =>
  t(step === 'team' ? 'transport.help.asksTeam' : 'transport.help.asksMicu', { org: orgName(by) })
