import { createEffect, createSignal, on } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { noteOf, ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { optionsOf } from '#web/pieces/terms-options.ts'

type Props<R extends string> = {
  open: boolean
  title: string
  text: string
  /** Of the terms' list `ride-refusal`. */
  reasons: readonly R[]
  submit: string
  onSubmit: (said: { why: R; note?: string }) => void
  onClose: () => void
}

/** A ride that is not driven after all: why, from a short list. What was typed goes when it closes. */
export function RideReason<R extends string>(props: Props<R>) {
  const [said, setSaid] = createSignal<Said<R>>({ note: '' })
  createEffect(
    on(
      () => props.open,
      () => setSaid({ note: '' }),
    ),
  )
  const submit = () => {
    const { reason } = said()
    if (reason !== undefined) props.onSubmit({ why: reason, ...noteOf(said()) })
  }
  return (
    <ReasonDialog
      open={props.open}
      title={props.title}
      reasons={optionsOf('ride-refusal', props.reasons)}
      noteLabel={t('rides.abort.note')}
      value={said()}
      onChange={setSaid}
      submit={props.submit}
      danger
      busy={false}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>{props.text}</p>
    </ReasonDialog>
  )
}
