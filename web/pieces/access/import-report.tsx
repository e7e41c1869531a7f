import type { ImportReport } from '#shared/wire/people-file.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { FileOutcome } from '#web/pieces/files/file-outcome.tsx'

/** What came of a file of people, or would. */
export function ImportOutcome(props: { report: ImportReport }) {
  const counts = () => [
    { term: t('common.file.rows'), value: number(props.report.rows, 0) },
    { term: t('admin.file.added'), value: number(props.report.added, 0) },
    { term: t('admin.file.changedCount'), value: number(props.report.changed, 0) },
    { term: t('admin.file.same'), value: number(props.report.same, 0) },
    { term: t('common.file.faulty'), value: number(props.report.faulty, 0) },
  ]
  return (
    <FileOutcome
      report={props.report}
      unread={props.report.file === null ? undefined : t(`admin.file.fault.${props.report.file}`)}
      keptText={t('admin.file.keptText')}
      counts={counts()}
      faultsText={t('admin.file.faultsText')}
      said={({ code }) => t(`admin.file.code.${code}`)}
    />
  )
}
