import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { Field, type FieldText } from './field.tsx'

import './text-area.css'

type Props = FieldText & {
  value: string
  onChange: (value: string) => void
  /** How many characters may stand here. More can be typed, so that nothing typed is cut; the counter says so. */
  limit?: number | undefined
  rows?: number | undefined
  disabled?: boolean | undefined
  onBlur?: (() => void) | undefined
}

export function TextArea(props: Props) {
  return (
    <Field {...props}>
      {(tied) => (
        <>
          <textarea
            class="field__control text-area"
            id={tied.id}
            rows={props.rows ?? 3}
            value={props.value}
            aria-describedby={[tied.describedBy, props.limit && `${tied.id}-count`].filter(Boolean).join(' ')}
            aria-invalid={tied.invalid}
            autocomplete="off"
            disabled={props.disabled}
            onInput={(event) => props.onChange(event.currentTarget.value)}
            onBlur={() => props.onBlur?.()}
          />
          <Show when={props.limit}>
            {(limit) => <Counter id={`${tied.id}-count`} left={limit() - [...props.value].length} />}
          </Show>
        </>
      )}
    </Field>
  )
}

function Counter(props: { id: string; left: number }) {
  return (
    <p class="text-area__count" classList={{ 'text-area__count--over': props.left < 0 }} id={props.id}>
      {props.left < 0
        ? t('common.charactersOver', { count: -props.left })
        : t('common.charactersLeft', { count: props.left })}
    </p>
  )
}
