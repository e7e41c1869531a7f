import { Show } from 'solid-js'

import { Field, type FieldText } from './field.tsx'

type Props = FieldText & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'tel' | 'email' | 'search' | 'password' | undefined
  /** The browser's own filling-in; off unless said. */
  autocomplete?: string | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  unit?: string | undefined
  disabled?: boolean | undefined
  /** Codes and call signs: capitals, no spelling help. */
  code?: boolean | undefined
  onBlur?: (() => void) | undefined
}

export function TextField(props: Props) {
  return (
    <Field {...props}>
      {(tied) => (
        <span class="field__row">
          <input
            class="field__control"
            id={tied.id}
            type={props.type ?? 'text'}
            value={props.value}
            aria-describedby={tied.describedBy}
            aria-invalid={tied.invalid}
            autocomplete={props.autocomplete ?? 'off'}
            autocapitalize={props.code ? 'characters' : undefined}
            spellcheck={props.code ? false : undefined}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            disabled={props.disabled}
            onInput={(event) => props.onChange(event.currentTarget.value)}
            onBlur={() => props.onBlur?.()}
          />
          <Show when={props.unit}>
            <span class="field__unit">{props.unit}</span>
          </Show>
        </span>
      )}
    </Field>
  )
}
