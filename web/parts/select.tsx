import { For, Show } from 'solid-js'

import type { Option } from './choice.tsx'
import { Field, type FieldText } from './field.tsx'

import './select.css'

type Group<T extends string> = { group: string; options: readonly Option<T>[] }

type Props<T extends string> = FieldText & {
  /** Options, or options under headings. */
  options: readonly (Option<T> | Group<T>)[]
  value: T | undefined
  onChange: (value: T) => void
  /** Stands there while nothing is chosen. */
  placeholder: string
  disabled?: boolean | undefined
}

/** One of many: the device's own picker. */
export function Select<T extends string>(props: Props<T>) {
  const all = () => props.options.flatMap((item) => ('group' in item ? item.options : [item]))
  const pick = (value: string) => {
    const found = all().find((option) => option.value === value)
    if (found) props.onChange(found.value)
  }
  const Item = (item: { option: Option<T> }) => (
    <option value={item.option.value} selected={item.option.value === props.value}>
      {item.option.label}
    </option>
  )
  return (
    <Field {...props}>
      {(tied) => (
        <select
          class="field__control select"
          id={tied.id}
          aria-describedby={tied.describedBy}
          aria-invalid={tied.invalid}
          disabled={props.disabled}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          <Show when={props.value === undefined}>
            <option value="" selected>
              {props.placeholder}
            </option>
          </Show>
          <For each={props.options}>
            {(item) =>
              'group' in item ? (
                <optgroup label={item.group}>
                  <For each={item.options}>{(option) => <Item option={option} />}</For>
                </optgroup>
              ) : (
                <Item option={item} />
              )
            }
          </For>
        </select>
      )}
    </Field>
  )
}
