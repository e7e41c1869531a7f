import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Field } from '#web/parts/field.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'

import './files.css'

type Props = {
  /** What it does. */
  text: string
  /** Which columns, how many lines. */
  columns: string
  missing: boolean
  /** Nothing was tried yet. */
  untried: boolean
  /** The words of taking in what was tried; none where nothing of it is to be taken. */
  keep: string | undefined
  busy: boolean
  trouble: Trouble | undefined
  /** The file is not what it was when it was chosen. */
  gone: boolean
  onChoose: (file: File | undefined) => void
  onSend: (keep: boolean) => void
}

/** A CSV file: chosen, tried, taken in. */
export function CsvTrial(props: Props) {
  return (
    <div class="csv-trial">
      <p>{props.text}</p>
      <Field
        label={t('common.file.choose')}
        hint={props.columns}
        error={props.missing ? t('common.file.needed') : undefined}
      >
        {(tied) => (
          <input
            class="field__control csv-trial__choose"
            id={tied.id}
            type="file"
            accept=".csv,text/csv"
            aria-describedby={tied.describedBy}
            aria-invalid={tied.invalid}
            onChange={(event) => props.onChoose(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <Show when={props.keep}>
        {(words) => (
          <Button variant="primary" busy={props.busy} onClick={() => props.onSend(true)}>
            {words()}
          </Button>
        )}
      </Show>
      <Show when={props.untried}>
        <Button variant="primary" busy={props.busy} onClick={() => props.onSend(false)}>
          {t('common.file.try')}
        </Button>
      </Show>
      <CameTrouble trouble={props.trouble} />
      <Show when={props.gone}>
        <Notice kind="stop" title={t('session.trouble.title')} live="assertive">
          {t('common.file.changed')}
        </Notice>
      </Show>
    </div>
  )
}
