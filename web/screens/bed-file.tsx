import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { BedFileOutcome } from '#web/pieces/beds/bed-file-outcome.tsx'
import { CsvTrial } from '#web/pieces/files/csv-trial.tsx'
import { sendBedFile } from '#web/state/csv-file.ts'
import { now } from '#web/state/now.ts'

import { createFileTrial } from './create-file-trial.ts'

/** Bed figures from a file, of the hospitals one may report for: tried first, then taken in. */
export default function BedFile() {
  const trial = createFileTrial(sendBedFile)
  const waiting = () => {
    const tried = trial.report()
    return tried === undefined || tried.kept || tried.file !== null
      ? 0
      : tried.rows - tried.same - tried.faulty
  }
  return (
    <>
      <PageHead title={t('beds.file.title')} back={{ href: '/bedden', label: t('beds.title') }} />
      <CsvTrial
        text={t('beds.file.text')}
        columns={t('beds.file.columns')}
        missing={trial.isMissing()}
        untried={trial.report() === undefined}
        keep={waiting() > 0 ? t('beds.file.keep', { count: waiting() }) : undefined}
        busy={trial.busy()}
        trouble={trial.trouble()}
        gone={trial.gone()}
        onChoose={trial.choose}
        onSend={(keep) => void trial.send(keep)}
      />
      <Show when={trial.report()}>{(known) => <BedFileOutcome report={known()} now={now()} />}</Show>
    </>
  )
}
