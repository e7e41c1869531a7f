import { For, Show } from 'solid-js'

import { FieldGroup, type FieldText } from './field.tsx'

import './choice.css'

export type Option<T extends string> = { value: T; label: string; hint?: string | undefined }

type Props<T extends string> = FieldText & {
  options: readonly Option<T>[]
  value: T | undefined
  onChange: (value: T) => void
  /** One under the other, for options that need a sentence. */
  stacked?: boolean | undefined
  disabled?: boolean | undefined
}

/** One of a few: real radios drawn as a bar of chips that wraps. */
export function Choice<T extends string>(props: Props<T>) {
  return (
    <FieldGroup {...props}>
      {(tied) => (
        <span class="choice" classList={{ 'choice--stacked': props.stacked ?? false }}>
          <For each={props.options}>
            {(option) => (
              <label class="choice__chip">
                <input
                  class="choice__input"
                  type="radio"
                  name={`${tied.id}-choice`}
                  value={option.value}
                  checked={props.value === option.value}
                  disabled={props.disabled}
                  onChange={() => props.onChange(option.value)}
                />
                <span class="choice__face">
                  <span>{option.label}</span>
                  <Show when={option.hint}>
                    <span class="choice__hint">{option.hint}</span>
                  </Show>
                </span>
              </label>
            )}
          </For>
        </span>
      )}
    </FieldGroup>
  )
}
