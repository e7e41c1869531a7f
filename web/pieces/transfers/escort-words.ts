import { escortCriteria } from '#shared/reference/escort-criteria.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { language } from '#web/i18n/t.ts'
import type { Option } from '#web/parts/choice.tsx'

const text = ({ nl, en }: (typeof escortCriteria)[number]): string => (language() === 'en' ? en : nl)

export const criteriaOptions = (): Option<string>[] =>
  escortCriteria.map((one) => ({ value: one.id, label: text(one) }))

/** What was ticked and what was written, as one sentence after another. */
export const escortWords = ({ ticked = [], criteria }: NonNullable<Clinical['escort']>): string =>
  [
    ...escortCriteria.filter(({ id }) => ticked.includes(id)).map((one) => text(one)),
    ...(criteria === undefined ? [] : [criteria]),
  ].join(' · ')
