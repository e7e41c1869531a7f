import { Show } from 'solid-js'

import type { ImportReport, RowFault } from '#shared/wire/people-file.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'

/** What came of a file of people, or would. */
export function ImportOutcome(props: { report: ImportReport }) {
  return (
    <Show
      when={props.report.file}
      fallback={
        <>
          <Notice
            kind={props.report.kept ? 'done' : 'info'}
            title={t(props.report.kept ? 'admin.file.kept' : 'admin.file.tried')}
            live="polite"
          >
            {t(props.report.kept ? 'admin.file.keptText' : 'admin.file.triedText')}
          </Notice>
          <Counts report={props.report} />
          <Faults report={props.report} />
        </>
      }
    >
      {(fault) => (
        <Notice kind="stop" title={t('admin.file.refused')} live="assertive">
          {t(`admin.file.fault.${fault()}`)}
        </Notice>
      )}
    </Show>
  )
}

function Counts(props: { report: ImportReport }) {
  const facts = () => [
    { term: t('admin.file.rows'), value: number(props.report.rows, 0) },
    { term: t('admin.file.added'), value: number(props.report.added, 0) },
    { term: t('admin.file.changedCount'), value: number(props.report.changed, 0) },
    { term: t('admin.file.same'), value: number(props.report.same, 0) },
    { term: t('admin.file.faulty'), value: number(props.report.faulty, 0) },
  ]
  return <Facts facts={facts()} />
}

function Faults(props: { report: ImportReport }) {
  const columns: Column<RowFault>[] = [
    {
      key: 'line',
      head: t('admin.file.line'),
      lead: true,
      cell: ({ line }) => `${t('admin.file.line')} ${line}`,
    },
    {
      key: 'column',
      head: t('admin.file.column'),
      cell: ({ field }) => field ?? t('admin.file.wholeLine'),
    },
    {
      key: 'what',
      head: t('admin.file.what'),
      phone: 'plain',
      cell: ({ code }) => t(`admin.file.code.${code}`),
    },
  ]
  const more = () => {
    const told = new Set(props.report.faults.map(({ line }) => line)).size
    return props.report.faulty - told
  }
  return (
    <Show when={props.report.faults.length > 0}>
      <Section title={t('admin.file.faults')}>
        <p class="person__small">{t('admin.file.faultsText')}</p>
        <DataTable
          caption={t('admin.file.faults')}
          columns={columns}
          rows={props.report.faults}
          rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
        />
        <Show when={more() > 0}>
          <p class="person__small">{t('admin.file.more', { count: more() })}</p>
        </Show>
      </Section>
    </Show>
  )
}
