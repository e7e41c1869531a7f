import { t } from '#web/i18n/t.ts'

/** A count as shown. What is withheld may be more than five: it would tell of a smaller one beside it. */
export const countWords = (count: number | null): string | number => count ?? '–'

type Gap = { present: number | null; target: number | null }

/** "3 boven aandeel", in whole patients against the whole target. */
export function gapWords({ present, target }: Gap): string | undefined {
  if (present === null || target === null) return undefined
  const gap = present - target
  if (gap === 0) return t('matching.share.even')
  return gap > 0 ? t('matching.share.over', { count: gap }) : t('matching.share.under', { count: -gap })
}

/** The largest gap of a table: what one side of each of its bars stands for. */
export const reachOf = (rows: readonly { deficit: number | null }[]): number =>
  Math.max(1, ...rows.map(({ deficit }) => Math.abs(deficit ?? 0)))

/** Furthest under its share first, as R7 orders them; who takes no part last. */
export const byDeficit = <Row extends { deficit: number | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted(
    (a, b) => (b.deficit ?? Number.NEGATIVE_INFINITY) - (a.deficit ?? Number.NEGATIVE_INFINITY) || 0,
  )
