import { createEffect, createSignal, on, Show } from 'solid-js'

import { LOCALES, language, t } from '#web/i18n/t.ts'

import { Field, type FieldText } from './field.tsx'
import { readNumber, writeNumber } from './read-number.ts'

import './number-field.css'

type Props = FieldText & {
  value: number | undefined
  /** The number, or nothing when the text is empty or not a number; the text itself as typed. */
  onChange: (value: number | undefined, text: string) => void
  unit?: string | undefined
  /** Room for this many figures; 4 when left out. */
  figures?: number | undefined
  /** No decimals: brings up the plain number pad. */
  whole?: boolean | undefined
  disabled?: boolean | undefined
  onBlur?: (() => void) | undefined
}

/** A number in large figures. Comma and point both mean the decimal. What is typed stays as typed. */
export function NumberField(props: Props) {
  const write = () => writeNumber(props.value, LOCALES[language()])
  const [text, setText] = createSignal(write())
  const [left, setLeft] = createSignal(false)
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value !== readNumber(text())) setText(write())
      },
      { defer: true },
    ),
  )
  const unreadable = () => left() && text().trim() !== '' && readNumber(text()) === undefined
  const type = (typed: string) => {
    setText(typed)
    props.onChange(readNumber(typed), typed)
  }
  return (
    <Field {...props} error={props.error ?? (unreadable() ? t('common.notANumber') : undefined)}>
      {(tied) => (
        <span class="field__row">
          <input
            class="field__control number-field"
            id={tied.id}
            type="text"
            inputmode={props.whole ? 'numeric' : 'decimal'}
            autocomplete="off"
            size={props.figures ?? 4}
            value={text()}
            aria-describedby={tied.describedBy}
            aria-invalid={tied.invalid}
            disabled={props.disabled}
            onInput={(event) => type(event.currentTarget.value)}
            onBlur={() => {
              setLeft(true)
              props.onBlur?.()
            }}
          />
          <Show when={props.unit}>
            <span class="field__unit">{props.unit}</span>
          </Show>
        </span>
      )}
    </Field>
  )
}
