import { createMemo, createUniqueId, For, Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { map, project } from '#shared/reference/map.ts'
import type { SeenPair } from '#shared/wishes/progress.ts'
import { middleOf } from '#shared/wishes/wish-facts.ts'
import { t } from '#web/i18n/t.ts'
import { regionName } from '#web/pieces/place-name.ts'

import { arrowWidth, dotRadius, layArrows, placeNumbers, textBox } from './arrow-shape.ts'
import { NationArrow } from './nation-arrow.tsx'

import './nation-map.css'

type Props = {
  /** Of one care level. */
  beds: readonly Beds[]
  pairs: readonly SeenPair[]
  now: string
  /** The region that is looked at. */
  region: string | undefined
  onRegion: (region: string | undefined) => void
}

const middles = new Map(map.regions.map(({ id }) => [id, project(middleOf(id))]))
const NOWHERE = { x: 0, y: 0 }
const middle = (region: string) => middles.get(region) ?? NOWHERE

/** From the middle of a letter to its foot, units of the map. */
const BASE = 10
const NAMES = () => map.regions.map(({ id }) => textBox(middle(id), regionName(id)))

const arrowOf = ({ from, to, wanted, named }: SeenPair) => ({
  from: middle(from),
  to: middle(to),
  width: arrowWidth(Math.max(wanted, named ?? 0)),
})

const numberOf = ({ done, wanted }: SeenPair): string =>
  done === null ? t('wishes.arrow.wanted', { wanted }) : t('wishes.arrow', { done, wanted })

/** Regions, a dot per hospital as large as its free beds, and the wanted movements as arrows. The table says the same. */
export function NationMap(props: Props) {
  const land = createUniqueId()
  const touches = ({ from, to }: SeenPair) => props.region === from || props.region === to
  /** A tap on a region; by keyboard the list of regions beside the map does the same. */
  const listen = (regions: SVGGElement) =>
    regions.addEventListener('click', ({ target }) => {
      const id = target instanceof SVGElement ? target.dataset.region : undefined
      props.onRegion(id === props.region ? undefined : id)
    })
  const arrows = createMemo(() => {
    const pairs = [...props.pairs].sort((a, b) => b.wanted - a.wanted)
    const shapes = layArrows(pairs.map(arrowOf), [...middles.values()])
    return shapes.flatMap((shape, at) => {
      const pair = pairs[at]
      return pair === undefined ? [] : [{ pair, shape, text: numberOf(pair) }]
    })
  })
  const numbers = createMemo(() => placeNumbers(arrows(), NAMES()))
  return (
    <figure class="nation-map">
      <svg
        class="nation-map__svg"
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={t('wishes.map.label')}
      >
        <clipPath id={land}>
          <path d={map.land} />
        </clipPath>
        <path class="nation-map__abroad" d={map.neighbours} />
        <path class="nation-map__coast" d={map.land} />
        <path class="nation-map__land" d={map.land} />
        <g clip-path={`url(#${land})`} ref={listen}>
          <For each={map.regions}>
            {({ id, area }) => (
              <path
                class="nation-map__region"
                classList={{ 'nation-map__region--open': props.region === id }}
                d={area}
                data-region={id}
              />
            )}
          </For>
          <path class="nation-map__borders" d={map.borders} />
        </g>
        <For each={props.beds}>{(beds) => <Dot beds={beds} now={props.now} />}</For>
        <For each={arrows()}>
          {({ pair, shape }) => (
            <NationArrow pair={pair} shape={shape} faint={props.region !== undefined && !touches(pair)} />
          )}
        </For>
        <For each={map.regions}>
          {({ id }) => (
            <text class="nation-map__name" x={middle(id).x} y={middle(id).y + BASE}>
              {regionName(id)}
            </text>
          )}
        </For>
        <For each={arrows()}>
          {({ text }, at) => (
            <text class="nation-map__number" x={numbers()[at()]?.x} y={(numbers()[at()]?.y ?? 0) + BASE}>
              {text}
            </text>
          )}
        </For>
      </svg>
      <figcaption class="nation-map__legend">
        <Legend />
        <p>{t('wishes.map.borders')}</p>
      </figcaption>
    </figure>
  )
}

function Dot(props: { beds: Beds; now: string }) {
  const at = () => {
    const found = hospital(props.beds.hospital)
    return found && project(found)
  }
  const figures = () => freeBeds({ ...props.beds, now: props.now })
  const isKnown = () => figures().freshness !== 'expired'
  return (
    <Show when={at()}>
      {(place) => (
        <circle
          class="nation-map__dot"
          classList={{
            'nation-map__dot--none': isKnown() && figures().free === 0,
            'nation-map__dot--unknown': !isKnown(),
          }}
          cx={place().x}
          cy={place().y}
          r={isKnown() && figures().free > 0 ? dotRadius(figures().free) : 5}
        />
      )}
    </Show>
  )
}

const MARKS = ['wanted', 'named', 'going', 'done'] as const

function Legend() {
  return (
    <ul class="nation-map__marks">
      <For each={MARKS}>
        {(mark) => (
          <li>
            <svg class="nation-map__sample" viewBox="0 0 48 16" aria-hidden="true">
              <path class="nation-map__edge" d="M2 8H46" stroke-width="12" />
              <path class="nation-map__hollow" d="M3 8H45" stroke-width="9" />
              <Show when={mark !== 'wanted'}>
                <path class={`nation-map__${mark}`} d="M3 8H45" stroke-width="7" />
              </Show>
            </svg>
            {t(`wishes.map.${mark}`)}
          </li>
        )}
      </For>
      <li>
        <svg class="nation-map__sample" viewBox="0 0 48 16" aria-hidden="true">
          <circle class="nation-map__dot" cx="9" cy="8" r="3" />
          <circle class="nation-map__dot" cx="28" cy="8" r="7" />
        </svg>
        {t('wishes.map.beds')}
      </li>
      <li>
        <svg class="nation-map__sample" viewBox="0 0 48 16" aria-hidden="true">
          <circle class="nation-map__dot nation-map__dot--none" cx="9" cy="8" r="4" />
          <circle class="nation-map__dot nation-map__dot--unknown" cx="28" cy="8" r="4" />
        </svg>
        {t('wishes.map.noBeds')}
      </li>
    </ul>
  )
}
