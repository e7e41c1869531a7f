import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { ImportOutcome } from '#web/pieces/access/import-report.tsx'
import { CsvTrial } from '#web/pieces/files/csv-trial.tsx'
import { createFileTrial } from '#web/screens/create-file-trial.ts'
import { sendPeopleFile } from '#web/state/csv-file.ts'

/** People from a file: tried first, then taken in. */
export function PeopleImport() {
  const trial = createFileTrial(sendPeopleFile)
  const waiting = () => {
    const tried = trial.report()
    return tried === undefined || tried.kept || tried.file !== null ? 0 : tried.added + tried.changed
  }
  return (
    <>
      <PageHead title={t('admin.file.title')} />
      <AdminTabs current="file" all />
      <CsvTrial
        text={t('admin.file.text')}
        columns={t('admin.file.columns')}
        missing={trial.isMissing()}
        untried={trial.report() === undefined}
        keep={waiting() > 0 ? t('admin.file.keep', { count: waiting() }) : undefined}
        busy={trial.busy()}
        trouble={trial.trouble()}
        gone={trial.gone()}
        onChoose={trial.choose}
        onSend={(keep) => void trial.send(keep)}
      />
      <Show when={trial.report()}>{(known) => <ImportOutcome report={known()} />}</Show>
    </>
  )
}
