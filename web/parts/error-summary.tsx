import { createUniqueId, For, onMount } from 'solid-js'

import { StateShape } from './state-mark.tsx'

import './error-summary.css'

type Props = {
  title: string
  /** `id` is the field's own `id` prop. */
  errors: readonly { id: string; text: string }[]
}

const CONTROLS = 'input, select, textarea, button'

/** Moves the focus to a field's control; of a group, to the chosen one or the first. */
function goTo(id: string): void {
  const place = document.getElementById(id)
  const control =
    place?.tagName === 'FIELDSET'
      ? (place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>(CONTROLS))
      : place
  control?.focus()
  place?.scrollIntoView({ block: 'start' })
}

/** What still stands in the way, above the form. Takes the focus when it appears; each line leads to its field. */
export function ErrorSummary(props: Props) {
  const id = createUniqueId()
  let box: HTMLElement | undefined
  onMount(() => box?.focus())
  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    event.preventDefault()
    goTo(decodeURIComponent(link.hash.slice(1)))
  }
  return (
    <section class="error-summary" aria-labelledby={id} tabindex="-1" ref={box}>
      <h2 class="error-summary__title" id={id}>
        <StateShape state="stopped" /> {props.title}
      </h2>
      <ul class="error-summary__list" ref={(list) => list.addEventListener('click', follow)}>
        <For each={props.errors}>
          {(error) => (
            <li>
              <a class="error-summary__link" href={`#${error.id}`}>
                {error.text}
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
