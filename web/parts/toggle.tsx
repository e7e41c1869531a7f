import { createUniqueId, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import './toggle.css'

type Props = {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  hint?: string | undefined
  onLabel?: string | undefined
  offLabel?: string | undefined
  disabled?: boolean | undefined
}

/** On or off, at once: a setting, not an answer in a form (there a Choice of yes and no). */
export function Toggle(props: Props) {
  const id = createUniqueId()
  return (
    <label class="toggle">
      <span class="toggle__words">
        {props.label}
        <Show when={props.hint}>
          <span class="toggle__hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        </Show>
      </span>
      <span class="toggle__state" aria-hidden="true">
        {props.value ? (props.onLabel ?? t('common.on')) : (props.offLabel ?? t('common.off'))}
      </span>
      <input
        class="toggle__switch"
        type="checkbox"
        role="switch"
        aria-checked={props.value}
        aria-label={props.label}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        checked={props.value}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
