import { Show } from 'solid-js'

import type { FeedChange, FeedReport, FeedRowFault } from '#shared/wire/capacity-feed.ts'
import { moment, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Section } from '#web/parts/section.tsx'
import { FileOutcome } from '#web/pieces/files/file-outcome.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

type Props = { report: FeedReport; now: string }

/** What came of a file of bed figures, or would: each faulty line, and what the good ones change. */
export function BedFileOutcome(props: Props) {
  const counts = () => {
    const { rows, current, beside, beneath, older, same, faulty } = props.report
    return [
      { term: t('common.file.rows'), value: number(rows, 0) },
      { term: t('beds.file.current'), value: number(current, 0) },
      ...(beside > 0 ? [{ term: t('beds.history.beside'), value: number(beside, 0) }] : []),
      ...(beneath > 0 ? [{ term: t('beds.history.beneath'), value: number(beneath, 0) }] : []),
      { term: t('beds.file.older'), value: number(older, 0) },
      { term: t('beds.file.same'), value: number(same, 0) },
      { term: t('common.file.faulty'), value: number(faulty, 0) },
    ]
  }
  return (
    <FileOutcome
      report={props.report}
      unread={props.report.file === null ? undefined : t(`beds.file.fault.${props.report.file}`)}
      keptText={t('beds.file.keptText')}
      counts={counts()}
      faultsText={t('beds.file.faultsText')}
      said={(fault) => <Said fault={fault} />}
    >
      <Changes {...props} />
    </FileOutcome>
  )
}

function Said(props: { fault: FeedRowFault }) {
  return (
    <>
      {t(`beds.file.code.${props.fault.code}`)}
      <Show when={props.fault.value}>
        {(value) => <span class="file-outcome__small">{t('beds.file.stood', { value: value() })}</span>}
      </Show>
    </>
  )
}

const figures = (of: FeedChange['from']): string => (of === null ? '–' : t('beds.file.figures', of))

/** Whether it counts, and whether somebody would be asked if it is right. */
const aside = ({ became, large }: FeedChange): string =>
  [
    t(became === 'current' ? 'beds.file.counts' : `beds.history.${became}`),
    ...(large ? [t('beds.file.large')] : []),
  ].join(', ')

function Changes(props: Props) {
  const columns = (): Column<FeedChange>[] => [
    {
      key: 'beds',
      head: t('beds.hospital'),
      lead: true,
      cell: (one) => (
        <LeadCell
          beside={`${t('common.file.line')} ${one.line}`}
          lines={
            <>
              <span class="file-outcome__line">{`${t('beds.file.from')}: ${figures(one.from)}`}</span>
              <span class="file-outcome__line">{`${t('beds.file.to')}: ${figures(one.to)}`}</span>
              <span class="file-outcome__line">{aside(one)}</span>
            </>
          }
        >
          {`${hospitalName(one.hospital)}, ${term('bed', one.bed)}`}
        </LeadCell>
      ),
    },
    { ...wideOnly('line', t('common.file.line')), cell: ({ line }) => `${line}` },
    { ...wideOnly('seen', t('beds.history.when')), cell: (one) => moment(one.observedAt, props.now) },
    { ...wideOnly('from', t('beds.file.from')), cell: ({ from }) => figures(from) },
    { ...wideOnly('to', t('beds.file.to')), cell: ({ to }) => figures(to) },
    { ...wideOnly('became', t('beds.history.became')), cell: aside },
  ]
  return (
    <Show when={props.report.changes.length > 0}>
      <Section title={t('beds.file.changes')}>
        <DataTable
          caption={t('beds.file.changes')}
          columns={columns()}
          rows={props.report.changes}
          rowKey={({ hospital, bed }) => `${hospital} ${bed}`}
        />
      </Section>
    </Show>
  )
}
