import { createSignal, createUniqueId, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { Icon } from './icon.tsx'
import { readNumber } from './read-number.ts'

import './stepper.css'

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  unit?: string | undefined
  /** What it was, in words; its presence underlines the figure as changed. */
  was?: string | undefined
  error?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  lessLabel?: string | undefined
  moreLabel?: string | undefined
}

/** A whole number that is mostly nudged: − n +, one press is one step. Arrow keys do the same. */
export function Stepper(props: Props) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  const min = () => props.min ?? 0
  const max = () => props.max ?? 999
  const [typing, setTyping] = createSignal<string>()
  const set = (value: number) => {
    const next = Math.min(max(), Math.max(min(), Math.trunc(value)))
    if (!props.disabled && next !== props.value) props.onChange(next)
  }
  const nudge = (by: number) => {
    setTyping(undefined)
    set(props.value + by)
  }
  const type = (text: string) => {
    setTyping(text)
    const value = readNumber(text)
    if (value !== undefined) set(value)
  }
  const keys: Record<string, () => void> = {
    ArrowUp: () => nudge(1),
    ArrowDown: () => nudge(-1),
    Home: () => nudge(min() - props.value),
  }
  const onKey = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || (event.key === 'Home' && props.min === undefined)) return
    event.preventDefault()
    act()
  }
  const note = () => props.error ?? props.was
  return (
    <div class="stepper" classList={{ 'stepper--changed': props.was !== undefined }}>
      <label class="stepper__label" for={id()}>
        {props.label}
        <Show when={note()}>
          <span
            class="stepper__note"
            classList={{ 'stepper__note--error': !!props.error }}
            id={`${id()}-note`}
          >
            {note()}
          </span>
        </Show>
      </label>
      <span class="stepper__row">
        <Nudge
          icon="minus"
          label={props.lessLabel ?? t('common.less', { label: props.label })}
          off={props.disabled || props.value <= min()}
          press={() => nudge(-1)}
        />
        <input
          class="stepper__figure"
          id={id()}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          role="spinbutton"
          aria-valuenow={props.value}
          aria-valuemin={min()}
          aria-valuemax={max()}
          aria-valuetext={props.unit ? `${props.value} ${props.unit}` : undefined}
          aria-describedby={note() ? `${id()}-note` : undefined}
          aria-invalid={props.error ? 'true' : undefined}
          value={typing() ?? String(props.value)}
          disabled={props.disabled}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyping(undefined)}
          onKeyDown={onKey}
        />
        <Nudge
          icon="plus"
          label={props.moreLabel ?? t('common.more', { label: props.label })}
          off={props.disabled || props.value >= max()}
          press={() => nudge(1)}
        />
      </span>
    </div>
  )
}

/** Out of the tab order: the arrow keys in the figure do the same. */
function Nudge(props: { icon: 'minus' | 'plus'; label: string; off: boolean; press: () => void }) {
  return (
    <button
      class="stepper__nudge"
      type="button"
      tabindex="-1"
      aria-label={props.label}
      aria-disabled={props.off ? 'true' : undefined}
      onClick={() => {
        if (!props.off) props.press()
      }}
    >
      <Icon name={props.icon} />
    </button>
  )
}
