import type { PlanStop } from '#shared/matching/explain-plan.ts'
import type { PlanRow, PlanView } from '#shared/wire/plans.ts'
import { number } from '#web/i18n/format.ts'
import { oneDecimal } from '#web/i18n/one-decimal.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

/** "1e van 41 · 39 km", "3e van 41; hoger: 2 vol door dit plan". */
export function whyHere({ rank, of, above, usesBoss }: PlanRow): string {
  if (rank === null) return ''
  const order = rank === 1 ? t('plan.why.first', { of }) : t('plan.why.rank', { rank, of })
  const stops = (Object.entries(above) as [PlanStop, number][])
    .sort((a, b) => b[1] - a[1])
    .map(([stop, count]) => `${count} ${term('plan-stop', stop)}`)
  const higher = stops.length > 0 ? t('plan.why.above', { stops: stops.join(', ') }) : ''
  return [order, higher, usesBoss ? t('plan.why.boss') : ''].filter(Boolean).join('; ')
}

/** "Geen enkel ziekenhuis met een vrij bed en een isolatiekamer." */
export function whyNowhere({ why, counts }: PlanRow): string {
  if (why === 'nation-closed') return t('plan.nowhere.closed')
  const needs = [
    t('plan.nowhere.bed'),
    ...(counts['no-isolation'] ? [t('plan.nowhere.isolation')] : []),
    ...(counts['no-hfno'] ? [t('plan.nowhere.hfno')] : []),
  ]
  const last = needs.pop() ?? ''
  const what = needs.length === 0 ? last : t('plan.nowhere.and', { first: needs.join(', '), last })
  return t(why === 'no-bed-left' ? 'plan.nowhere.left' : 'plan.nowhere.none', { what })
}

/** "68 vol · 9 opnamestop · 7 cijfers ouder dan een dag": what stops all hospitals, the most first. */
export function stopCounts({ counts }: Pick<PlanRow, 'counts'>): string {
  return Object.entries(counts)
    .filter(([reason]) => reason !== 'origin')
    .sort((a, b) => b[1].hospitals - a[1].hospitals)
    .map(([reason, { hospitals }]) => `${hospitals} ${stopWord(reason)}`)
    .join(' · ')
}

const stopWord = (reason: string): string => {
  const word = term('plan-stop', reason)
  return word === reason ? term('excluded', reason) : word
}

/** The four figures a plan is judged by, in the order in which they count. */
export function achieved(plan: PlanView): { term: string; value: string; note?: string | undefined }[] {
  const { objective, requests, urgent, deviationBefore, figures, seconds } = plan
  const { placed, urgentPlaced, deviation, distanceKm } = objective
  return [
    {
      term: t('plan.sum.placed'),
      value: t('plan.sum.of', { count: placed, all: requests }),
      note: urgent === 0 ? undefined : t('plan.sum.urgent', { count: urgentPlaced, all: urgent }),
    },
    {
      term: t('plan.sum.deviation'),
      value:
        figures.phase === '3'
          ? '–'
          : t('plan.sum.from', { before: oneDecimal(deviationBefore), after: oneDecimal(deviation) }),
      note: t(figures.phase === '3' ? 'plan.sum.phase3' : 'plan.sum.patients'),
    },
    {
      term: t('plan.sum.distance'),
      value: t('common.kilometres', { km: number(distanceKm, 0) }),
      note: placed === 0 ? undefined : t('plan.sum.each', { km: number(distanceKm / placed, 0) }),
    },
    {
      term: t('plan.sum.proof'),
      value: t('plan.sum.optimal'),
      note: t('plan.sum.seconds', { seconds: oneDecimal(seconds) }),
    },
  ]
}
