import { createSignal, Show } from 'solid-js'

import type { ImportReport } from '#shared/wire/people-file.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Field } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { ImportOutcome } from '#web/pieces/access/import-report.tsx'
import { sendPeopleFile } from '#web/state/people-file.ts'

/** People from a file: tried first, then taken in. */
export function PeopleImport() {
  const [file, setFile] = createSignal<File>()
  const [report, setReport] = createSignal<ImportReport>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  const [gone, setGone] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const forget = () => {
    setReport(undefined)
    setTrouble(undefined)
    setGone(false)
  }
  const send = async (keep: boolean) => {
    setAsked(true)
    const chosen = file()
    if (chosen === undefined || busy()) return
    setBusy(true)
    setTrouble(undefined)
    setGone(false)
    const came = await sendPeopleFile(chosen, keep)
    setBusy(false)
    // Another file was chosen in the meantime.
    if (file() !== chosen) return
    if ('gone' in came) setGone(true)
    else if ('ok' in came) setReport(came.ok)
    else setTrouble(came)
  }
  const waiting = () => {
    const tried = report()
    return tried === undefined || tried.kept || tried.file !== null ? 0 : tried.added + tried.changed
  }
  return (
    <>
      <PageHead title={t('admin.file.title')} />
      <AdminTabs current="file" />
      <div class="people__file">
        <p>{t('admin.file.text')}</p>
        <Field
          label={t('admin.file.choose')}
          hint={t('admin.file.columns')}
          error={asked() && file() === undefined ? t('admin.file.needed') : undefined}
        >
          {(tied) => (
            <input
              class="field__control people__choose"
              id={tied.id}
              type="file"
              accept=".csv,text/csv"
              aria-describedby={tied.describedBy}
              aria-invalid={tied.invalid}
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0])
                forget()
              }}
            />
          )}
        </Field>
        <Show when={waiting() > 0}>
          <Button variant="primary" busy={busy()} onClick={() => void send(true)}>
            {t('admin.file.keep', { count: waiting() })}
          </Button>
        </Show>
        <Show when={report() === undefined}>
          <Button variant="primary" busy={busy()} onClick={() => void send(false)}>
            {t('admin.file.try')}
          </Button>
        </Show>
        <CameTrouble trouble={trouble()} />
        <Show when={gone()}>
          <Notice kind="stop" title={t('session.trouble.title')} live="assertive">
            {t('admin.file.changed')}
          </Notice>
        </Show>
      </div>
      <Show when={report()}>{(known) => <ImportOutcome report={known()} />}</Show>
    </>
  )
}
