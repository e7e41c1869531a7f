import { type JSX, Show } from 'solid-js'

type Props = {
  /** Names the radios that belong together; without it nothing can be chosen. */
  group: string | undefined
  value: string
  chosen: boolean
  onChoose: () => void
  children: JSX.Element
}

/** The face of a place in a match: the radio that chooses it, where one may choose. */
export function ChoiceFace(props: Props) {
  return (
    <Show when={props.group} fallback={<div class="match-candidate__face">{props.children}</div>}>
      <label class="match-candidate__face match-candidate__face--choice">
        <input
          class="match-candidate__radio"
          type="radio"
          name={props.group}
          value={props.value}
          checked={props.chosen}
          onChange={() => props.onChoose()}
        />
        <span class="match-candidate__mark" />
        {props.children}
      </label>
    </Show>
  )
}
