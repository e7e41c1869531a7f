import { type JSX, Show } from 'solid-js'

import { Icon, type IconName } from './icon.tsx'

import './button.css'

export type ButtonLook = {
  children: JSX.Element
  /** One primary a screen; quiet for what may be missed; danger for what cannot be taken back. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  /** At least 80 px high and as wide as its room: the crew's button. */
  big?: boolean | undefined
  /** As wide as its room. */
  wide?: boolean | undefined
  icon?: IconName | undefined
  /** A second line, smaller: what happens, from when. */
  note?: string | undefined
}

type Props = ButtonLook & {
  onClick?: (() => void) | undefined
  type?: 'button' | 'submit' | undefined
  /** Under way: keeps its place and focus, refuses a second press. */
  busy?: boolean | undefined
  busyLabel?: string | undefined
  disabled?: boolean | undefined
  /** For a button whose words alone say too little. */
  label?: string | undefined
  /** The id of the text that says why it is disabled or what it does. */
  describedBy?: string | undefined
  /** For a button that opens and closes something. */
  expanded?: boolean | undefined
  pressed?: boolean | undefined
  ref?: ((button: HTMLButtonElement) => void) | undefined
}

export function Button(props: Props) {
  const press = (event: MouseEvent) => {
    if (props.busy || props.disabled) event.preventDefault()
    else props.onClick?.()
  }
  return (
    <button
      ref={(button) => props.ref?.(button)}
      class="button"
      classList={looks(props)}
      type={props.type ?? 'button'}
      aria-label={props.label}
      aria-busy={props.busy ? 'true' : undefined}
      aria-disabled={props.busy || props.disabled ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      onClick={press}
    >
      <Show when={!props.busy || !props.busyLabel} fallback={<Face icon="clock">{props.busyLabel}</Face>}>
        <Face icon={props.busy ? 'clock' : props.icon} note={props.note}>
          {props.children}
        </Face>
      </Show>
    </button>
  )
}

/** A place to go that looks like a button. */
export function LinkButton(props: ButtonLook & { href: string; label?: string | undefined }) {
  return (
    <a class="button" classList={looks(props)} href={props.href} aria-label={props.label}>
      <Face icon={props.icon} note={props.note}>
        {props.children}
      </Face>
    </a>
  )
}

function looks(props: ButtonLook): Record<string, boolean> {
  return {
    [`button--${props.variant ?? 'secondary'}`]: true,
    'button--big': props.big ?? false,
    'button--wide': props.wide ?? false,
  }
}

function Face(props: { children: JSX.Element; icon?: IconName | undefined; note?: string | undefined }) {
  return (
    <>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      <span class="button__words">
        {props.children}
        <Show when={props.note}>
          <span class="button__note">{props.note}</span>
        </Show>
      </span>
    </>
  )
}
