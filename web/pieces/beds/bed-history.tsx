import { Show } from 'solid-js'

import type { Observation } from '#shared/beds/observation.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'

import { sourceWord } from './freshness.tsx'

type Props = {
  title: string
  lines: readonly Observation[] | undefined
  failed: boolean
  now: string
  open: boolean
  onToggle: (open: boolean) => void
}

/** Who or what said what of these beds, newest first; fetched when it is opened. */
export function BedHistory(props: Props) {
  const columns = (): Column<Observation>[] => [
    {
      key: 'when',
      head: t('beds.history.when'),
      cell: (line) => moment(line.observedAt, props.now),
      lead: true,
    },
    { key: 'by', head: t('beds.history.by'), cell: (line) => sourceWord(line) },
    { key: 'operational', head: t('beds.operational'), cell: (line) => line.operational, end: true },
    { key: 'occupied', head: t('beds.occupied'), cell: (line) => line.occupied, end: true },
    { key: 'crisis', head: t('beds.crisisHead'), cell: (line) => line.crisis, end: true },
    { key: 'boss', head: t('beds.boss'), cell: (line) => line.boss, end: true },
    { key: 'became', head: t('beds.history.became'), phone: 'plain', cell: becameWords },
  ]
  return (
    <Disclosure label={props.title} open={props.open} onToggle={props.onToggle}>
      <Show when={!props.failed} fallback={<p>{t('beds.history.failed')}</p>}>
        <Show when={props.lines}>
          {(lines) => (
            <Show when={lines().length > 0} fallback={<p>{t('beds.history.none')}</p>}>
              <DataTable
                caption={props.title}
                columns={columns()}
                rows={lines()}
                rowKey={(line) => `${line.source} ${line.feed} ${line.observedAt} ${line.became}`}
              />
            </Show>
          )}
        </Show>
      </Show>
    </Disclosure>
  )
}

const becameWords = ({ became, note }: Observation): string =>
  [t(`beds.history.${became}`), note].filter(Boolean).join(' · ')
