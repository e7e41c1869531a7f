import { For } from 'solid-js'

import { group, regionsOf } from '#shared/reference/regions.ts'
import type { CountedGroup } from '#shared/wire/shares.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { term } from '#web/pieces/term.ts'

import { ShareGap } from './share-gap.tsx'
import { byDeficit, countWords, reachOf } from './share-words.ts'

import './share-table.css'

type Props = { bed: string; rows: readonly CountedGroup[]; hrefOf: (region: string) => string }

const moving = (key: 'leaving' | 'coming', head: string): Column<CountedGroup> => ({
  key,
  head,
  cell: (row) => <span classList={{ 'share-table__quiet': row[key] === 0 }}>{countWords(row[key])}</span>,
  end: true,
  phone: 'hidden',
})

/** The groups around their shares, furthest under first; each region opens its hospitals. */
export function GroupTable(props: Props) {
  const reach = () => reachOf(props.rows)
  const columns = (): Column<CountedGroup>[] => [
    {
      key: 'group',
      head: t('shares.group'),
      lead: true,
      cell: (row) => (
        <For each={regionsOf(row.group)} fallback={group(row.group)?.name ?? row.group}>
          {({ id, code }) => (
            <a
              class="share-table__region"
              href={props.hrefOf(id)}
              aria-label={t('shares.openRegion', { region: code })}
            >
              {code}
            </a>
          )}
        </For>
      ),
    },
    {
      key: 'gap',
      head: t('shares.gap'),
      phone: 'plain',
      cell: (row) => (
        <ShareGap
          {...row}
          reach={reach()}
          otherwise={
            row.exempt ? t('shares.exempt') : t(row.key === null ? 'shares.noPart' : 'shares.withheld')
          }
        />
      ),
    },
    { key: 'present', head: t('shares.present'), cell: (row) => countWords(row.present), end: true },
    { key: 'target', head: t('shares.target'), cell: (row) => row.target ?? '–', end: true },
    moving('leaving', t('shares.leaving')),
    moving('coming', t('shares.coming')),
    { key: 'after', head: t('shares.after'), cell: (row) => countWords(row.after), end: true },
    {
      key: 'key',
      head: t('shares.key'),
      cell: (row) => (row.key === null ? '–' : number(row.key)),
      end: true,
      phone: 'hidden',
    },
  ]
  return (
    <div class="share-table">
      <p class="share-table__legend" aria-hidden="true">
        ← {t('shares.gap.left')} · {t('shares.gap.right')} → · {t('shares.gap.tick')}
      </p>
      <DataTable
        caption={t('shares.caption', { bed: term('bed', props.bed) })}
        columns={columns()}
        rows={byDeficit(props.rows)}
        rowKey={(row) => row.group}
      />
    </div>
  )
}
