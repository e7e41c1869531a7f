import '#web/styles/layers.css'

import { type Component, createSignal } from 'solid-js'
import { Dynamic, render } from 'solid-js/web'

import { Age } from '#web/parts/age.tsx'
import { AppFrame } from '#web/parts/app-frame.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { loadFont } from '#web/styles/load-font.ts'
import { type Theme, wearTheme } from '#web/styles/theme.ts'

import { Board } from './board.tsx'
import { Form } from './form.tsx'
import { Ride } from './ride.tsx'
import { Sheets } from './sheets.tsx'
import { States } from './states.tsx'

import './gallery.css'

const PAGES: Record<string, Component> = {
  board: Board,
  form: Form,
  ride: Ride,
  states: States,
  sheets: Sheets,
}

const query = new URLSearchParams(location.search)
const page = query.get('page') ?? 'board'
wearTheme((query.get('theme') ?? 'auto') as Theme, false)

const NAV = [
  { href: '?page=board', label: 'Verzoeken', icon: 'list', page: 'board', count: 3 },
  { href: '?page=form', label: 'Aanvraag', icon: 'plus', page: 'form' },
  { href: '?page=states', label: 'Bedden', icon: 'bed', page: 'states' },
  { href: '?page=sheets', label: 'Kaart', icon: 'map', page: 'sheets' },
] as const

function Gallery() {
  const [now] = createSignal(Date.parse('2026-11-21T14:10:00+01:00'))
  return (
    <AppFrame
      brand="brancard"
      home="?page=board"
      nav={
        page === 'ride'
          ? []
          : NAV.map((item) => ({ ...item, current: item.page === page, countLabel: '3 wachten op u' }))
      }
      navLabel="Hoofdmenu"
      top={
        <span class="gallery__who">
          RCPS Zwolle · <Age at="2026-11-21T14:09:30+01:00" now={now()} />
          <Icon name="user" label="Intensivist, UMC Utrecht" />
        </span>
      }
    >
      <Dynamic component={PAGES[page] ?? Board} />
    </AppFrame>
  )
}

render(() => <Gallery />, document.body)
loadFont()
