import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { term } from '#web/pieces/term.ts'

/** "Geen bed vrij · Spreiding · klaar vanaf 14:30" */
export const kindWords = (
  { ground, purpose, readyFrom }: Pick<Transfer, 'ground' | 'purpose' | 'readyFrom'>,
  now: string,
): string =>
  [
    ground && term('ground', ground),
    term('purpose', purpose),
    t('matching.readyFrom', { time: moment(readyFrom, now) }),
  ]
    .filter(Boolean)
    .join(' · ')

/** What else the hospital must be able to do, beside the four facts; nothing where there is nothing. */
export const specialWords = ({ specials }: Pick<Clinical, 'specials'>): string | undefined =>
  specials.map((special) => term('special', special)).join(' · ') || undefined
