import { createUniqueId, type JSX } from 'solid-js'

import './section.css'

type Props = {
  title: string
  /** At the right of the title: an age, a count, one quiet button. */
  side?: JSX.Element
  children: JSX.Element
}

/** A part of a screen under its own heading and hairline. */
export function Section(props: Props) {
  const id = createUniqueId()
  return (
    <section class="section" aria-labelledby={id}>
      <header class="section__head">
        <h2 class="section__title" id={id}>
          {props.title}
        </h2>
        <span class="section__side">{props.side}</span>
      </header>
      {props.children}
    </section>
  )
}
