import { type JSX, Show } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice, type Option } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextArea } from '#web/parts/text-area.tsx'

export type Said<R extends string> = { reason?: R | undefined; note: string }

type Props<R extends string> = {
  open: boolean
  title: string
  /** What happens, what it frees, what stays. */
  children?: JSX.Element
  reasonLabel?: string | undefined
  /** A closed list: one must be chosen. */
  reasons?: readonly Option<R>[] | undefined
  /** Absent: nothing but the reason. */
  noteLabel?: string | undefined
  noteHint?: string | undefined
  noteRequired?: boolean | undefined
  value: Said<R>
  onChange: (said: Said<R>) => void
  submit: string
  danger?: boolean | undefined
  busy: boolean
  onSubmit: () => void
  onClose: () => void
}

/** An act that needs its reason: from a closed list, in own words, or both. */
export function ReasonDialog<R extends string>(props: Props<R>) {
  const tooLong = () => [...props.value.note].length > FREE_TEXT_MAX
  const lacks = () =>
    (props.reasons !== undefined && props.value.reason === undefined) ||
    (props.noteRequired && props.value.note.trim() === '') ||
    tooLong()
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            disabled={lacks()}
            onClick={props.onSubmit}
          >
            {props.submit}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        {props.children}
        <Show when={props.reasons}>
          {(reasons) => (
            <Choice
              label={props.reasonLabel ?? t('common.reason')}
              options={reasons()}
              value={props.value.reason}
              stacked
              onChange={(reason) => props.onChange({ ...props.value, reason })}
            />
          )}
        </Show>
        <Show when={props.noteLabel}>
          {(label) => (
            <TextArea
              label={label()}
              hint={props.noteHint ?? t('matching.noteHint')}
              optional={!props.noteRequired}
              limit={FREE_TEXT_MAX}
              value={props.value.note}
              onChange={(note) => props.onChange({ ...props.value, note })}
            />
          )}
        </Show>
      </Fields>
    </Dialog>
  )
}

/** A note as a command carries it: nothing where nothing was said. */
export const noteOf = ({ note }: Pick<Said<string>, 'note'>): { note?: string } =>
  note.trim() === '' ? {} : { note: note.trim() }
