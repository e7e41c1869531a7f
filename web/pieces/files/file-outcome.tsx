import { type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'

import './files.css'

type Fault = { line: number; field: string | null; code: string }
type Props<F extends Fault> = {
  report: { kept: boolean; faulty: number; faults: readonly F[] }
  /** Why nothing of the file could be read. */
  unread: string | undefined
  /** What follows from having taken it in. */
  keptText: string
  counts: readonly { term: string; value: string }[]
  /** What a faulty line means for the others. */
  faultsText: string
  said: (fault: F) => JSX.Element
  /** What it changes. */
  children?: JSX.Element
}

/** What came of a file, or would: how many lines of which kind, and each fault with its line. */
export function FileOutcome<F extends Fault>(props: Props<F>) {
  return (
    <Show
      when={props.unread}
      fallback={
        <>
          <Notice
            kind={props.report.kept ? 'done' : 'info'}
            title={t(props.report.kept ? 'common.file.kept' : 'common.file.tried')}
            live="polite"
          >
            {props.report.kept ? props.keptText : t('common.file.triedText')}
          </Notice>
          <Facts facts={props.counts} />
          <Faults {...props} />
          {props.children}
        </>
      }
    >
      {(fault) => (
        <Notice kind="stop" title={t('common.file.refused')} live="assertive">
          {fault()}
        </Notice>
      )}
    </Show>
  )
}

function Faults<F extends Fault>(props: Props<F>) {
  const columns: Column<F>[] = [
    {
      key: 'line',
      head: t('common.file.line'),
      lead: true,
      cell: ({ line }) => `${t('common.file.line')} ${line}`,
    },
    {
      key: 'column',
      head: t('common.file.column'),
      cell: ({ field }) => field ?? t('common.file.wholeLine'),
    },
    { key: 'what', head: t('common.file.what'), phone: 'plain', cell: (fault) => props.said(fault) },
  ]
  const more = () => {
    const told = new Set(props.report.faults.map(({ line }) => line)).size
    return props.report.faulty - told
  }
  return (
    <Show when={props.report.faults.length > 0}>
      <Section title={t('common.file.faults')}>
        <p class="file-outcome__small">{props.faultsText}</p>
        <DataTable
          caption={t('common.file.faults')}
          columns={columns}
          rows={props.report.faults}
          rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
        />
        <Show when={more() > 0}>
          <p class="file-outcome__small">{t('common.file.more', { count: more() })}</p>
        </Show>
      </Section>
    </Show>
  )
}
