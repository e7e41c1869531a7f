import { type JSX, Show } from 'solid-js'

import { Icon } from './icon.tsx'

import './page-head.css'

type Props = {
  /** The screen's one headline. */
  title: JSX.Element
  /** The way back up, on a phone and on a desk. */
  back?: { href: string; label: string } | undefined
  /** At the right of the title: the one act, an age. */
  side?: JSX.Element
  /** Under the title: a bar, a sentence. */
  children?: JSX.Element
}

/** The top of every screen: where it leads back to, its headline, what belongs to it. */
export function PageHead(props: Props) {
  return (
    <header class="page-head">
      <Show when={props.back}>
        {(back) => (
          <a class="page-head__back" href={back().href}>
            <Icon name="chevron-left" /> {back().label}
          </a>
        )}
      </Show>
      <div class="page-head__row">
        <h1 class="page-head__title">{props.title}</h1>
        <div class="page-head__side">{props.side}</div>
      </div>
      {props.children}
    </header>
  )
}
