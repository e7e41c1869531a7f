import { For, Show } from 'solid-js'

import { fromWall, type Moment, toMs, toWall } from '#web/i18n/wall-time.ts'

import { Button } from './button.tsx'
import { Field, type FieldText } from './field.tsx'

import './date-time-field.css'

type Props = FieldText & {
  value: Moment | undefined
  onChange: (value: Date | undefined) => void
  /** The moments most often meant, one press each. */
  quick?: readonly { label: string; at: Moment }[] | undefined
  min?: Moment | undefined
  max?: Moment | undefined
  disabled?: boolean | undefined
}

const wall = (moment: Moment | undefined) => (moment === undefined ? undefined : toWall(moment))

/** A moment on Amsterdam's clock, whatever the device's own zone. */
export function DateTimeField(props: Props) {
  return (
    <Field {...props}>
      {(tied) => (
        <span class="date-time-field">
          <Show when={props.quick?.length}>
            <span class="date-time-field__quick">
              <For each={props.quick}>
                {(quick) => (
                  <Button
                    pressed={wall(props.value) === wall(quick.at)}
                    disabled={props.disabled}
                    onClick={() => props.onChange(new Date(toMs(quick.at)))}
                  >
                    {quick.label}
                  </Button>
                )}
              </For>
            </span>
          </Show>
          <input
            class="field__control date-time-field__control"
            id={tied.id}
            type="datetime-local"
            value={wall(props.value) ?? ''}
            min={wall(props.min)}
            max={wall(props.max)}
            aria-describedby={tied.describedBy}
            aria-invalid={tied.invalid}
            disabled={props.disabled}
            onInput={(event) => {
              const at = fromWall(event.currentTarget.value)
              if (at) props.onChange(at)
            }}
            onBlur={(event) => {
              if (event.currentTarget.value === '') props.onChange(undefined)
            }}
          />
        </span>
      )}
    </Field>
  )
}
