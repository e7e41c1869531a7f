import { For, Show } from 'solid-js'

import type { Option } from './choice.tsx'
import { FieldGroup, type FieldText } from './field.tsx'
import { Icon } from './icon.tsx'

import './choice.css'
import './checks.css'

type Props<T extends string> = FieldText & {
  options: readonly Option<T>[]
  value: readonly T[]
  onChange: (value: T[]) => void
  stacked?: boolean | undefined
  disabled?: boolean | undefined
}

/** Any number of a few: checkboxes drawn as chips, in the options' own order. */
export function Checks<T extends string>(props: Props<T>) {
  const toggle = (value: T, on: boolean) =>
    props.onChange(
      props.options.map((o) => o.value).filter((v) => (v === value ? on : props.value.includes(v))),
    )
  return (
    <FieldGroup {...props}>
      {() => (
        <span class="choice" classList={{ 'choice--stacked': props.stacked ?? false }}>
          <For each={props.options}>
            {(option) => (
              <label class="choice__chip">
                <input
                  class="choice__input"
                  type="checkbox"
                  value={option.value}
                  checked={props.value.includes(option.value)}
                  disabled={props.disabled}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
                <span class="choice__face checks__face">
                  <span class="checks__box">
                    <Icon name="check" />
                  </span>
                  <span>
                    <span>{option.label}</span>
                    <Show when={option.hint}>
                      <span class="choice__hint checks__hint">{option.hint}</span>
                    </Show>
                  </span>
                </span>
              </label>
            )}
          </For>
        </span>
      )}
    </FieldGroup>
  )
}
