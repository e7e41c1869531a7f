import { Show } from 'solid-js'

import { TABLE_1_KEYS } from '#shared/fair-share/keys.ts'
import { group } from '#shared/reference/regions.ts'
import type { Purpose } from '#shared/terms.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { clock, number } from '#web/i18n/format.ts'
import { LOCALES, language, t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'

import { isByShare } from './candidate-reasons.ts'
import { gapWords, type Share } from './share-bar.tsx'

import './match-rule.css'

type Props = { match: MatchView; asked: { purpose: Purpose; kind: 'planned' | 'urgent' } }

/** The rules behind the order with their figures, so that a decision can be explained afterwards. */
export function MatchRule(props: Props) {
  const order = () => {
    if (props.match.level !== 'national') return t('matching.rule.region')
    if (isByShare(props.match, props.asked)) return t('matching.rule.share')
    return props.asked.purpose === 'spreading' ? t('matching.rule.phase3') : t('matching.rule.near')
  }
  return (
    <Disclosure label={t('matching.rule.label')} note={t('matching.rule.note')}>
      <div class="match-rule">
        <p>{order()}</p>
        <p>{t(props.asked.kind === 'urgent' ? 'matching.rule.urgent' : 'matching.rule.planned')}</p>
        <p>{t('matching.rule.chooser')}</p>
        <p class="match-rule__at">
          {t('matching.rule.at', { phase: props.match.phase, time: clock(props.match.at) })}
        </p>
        <Show when={props.match.share.length > 0}>
          <DataTable
            caption={t('matching.rule.table')}
            showCaption
            columns={columns()}
            rows={byDeficit(props.match.share)}
            rowKey={(row) => row.group}
          />
          <p class="match-rule__at">{t('matching.rule.tableNote')}</p>
        </Show>
      </div>
    </Disclosure>
  )
}

/** "11,87", "−4,90": both decimals, so that the figures stand under each other. */
const signed = (value: number): string =>
  new Intl.NumberFormat(LOCALES[language()], { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .format(value)
    .replace('-', '−')

const byDeficit = (shares: readonly Share[]): Share[] => [...shares].sort((a, b) => b.deficit - a.deficit)

const columns = (): Column<Share>[] => [
  { key: 'group', head: t('matching.rule.group'), cell: (row) => groupName(row.group), lead: true },
  {
    key: 'key',
    head: t('matching.rule.key'),
    cell: (row) => number(TABLE_1_KEYS[row.group] ?? 0, 1),
    end: true,
  },
  { key: 'present', head: t('matching.rule.present'), cell: (row) => row.present, end: true },
  { key: 'target', head: t('matching.rule.target'), cell: (row) => row.target, end: true },
  { key: 'deficit', head: t('matching.rule.deficit'), cell: (row) => signed(row.deficit), end: true },
  { key: 'gap', head: t('matching.rule.gap'), cell: gapWords, phone: 'plain' },
]

export const groupName = (id: string): string => group(id)?.name ?? id
