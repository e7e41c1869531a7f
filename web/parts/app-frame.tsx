import { For, type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { Icon, type IconName } from './icon.tsx'
import { LiveRegion } from './live-region.tsx'

import './app-frame.css'

export type NavItem = {
  href: string
  /** One short word: it also stands under its icon on a phone. */
  label: string
  icon: IconName
  current: boolean
  /** Only where the bar is below, on a phone; or only where it is at the side. */
  only?: 'below' | 'side' | undefined
  /** How many wait there; spoken as `countLabel`. */
  count?: number | undefined
  countLabel?: string | undefined
}

type Props = {
  /** The name at the top left, a link to the first screen. */
  brand: string
  home: string
  nav: readonly NavItem[]
  navLabel: string
  /** The right end of the top bar: who I am, settings. */
  top?: JSX.Element
  /** Above everything, on every screen: demo, offline, an old version. */
  banner?: JSX.Element
  children: JSX.Element
}

/** The frame of every screen: top bar, navigation (below on a phone, at the side on a desk), the screen itself. */
export function AppFrame(props: Props) {
  return (
    <div class="app-frame" classList={{ 'app-frame--bare': props.nav.length === 0 }}>
      <a class="app-frame__skip" href="#main" target="_self">
        {t('common.skip')}
      </a>
      <header class="app-frame__top">
        <a class="app-frame__brand" href={props.home}>
          <Icon name="brancard" /> {props.brand}
        </a>
        <div class="app-frame__tools">{props.top}</div>
      </header>
      <Show when={props.nav.length > 0}>
        <nav class="app-frame__nav" aria-label={props.navLabel}>
          <ul class="app-frame__items">
            <For each={props.nav}>{(item) => <Item {...item} />}</For>
          </ul>
        </nav>
      </Show>
      <main class="app-frame__main" id="main" tabindex="-1">
        {props.banner}
        {props.children}
      </main>
      <LiveRegion />
    </div>
  )
}

function Item(props: NavItem) {
  return (
    <li class="app-frame__item" data-only={props.only}>
      <a class="app-frame__link" href={props.href} aria-current={props.current ? 'page' : undefined}>
        <Icon name={props.icon} />
        <span class="app-frame__label">{props.label}</span>
        <Show when={props.count}>
          <span class="app-frame__count" role="img" aria-label={props.countLabel ?? String(props.count)}>
            {props.count}
          </span>
        </Show>
      </a>
    </li>
  )
}
