import { For } from 'solid-js'

import type { SeenPair } from '#shared/wishes/progress.ts'

import { type ArrowShape, arrowWidth } from './arrow-shape.ts'

/** Units of the map between a band's edge and what fills it. */
const RIM = 4

export type Filled = { mark: 'done' | 'going' | 'named'; from: number; to: number }

/** How far a band is filled, from its start: what is done, then what is on its way, then who is named only. */
export function filled({ wanted, named, underWay, done }: SeenPair): Filled[] {
  const whole = Math.max(wanted, named ?? 0, 1)
  const [arrived, left, told] = [done ?? 0, (done ?? 0) + (underWay ?? 0), named ?? 0]
  const parts: Filled[] = [
    { mark: 'done', from: 0, to: arrived / whole },
    { mark: 'going', from: arrived / whole, to: left / whole },
    { mark: 'named', from: left / whole, to: Math.max(left, told) / whole },
  ]
  return parts.filter(({ from, to }) => to > from)
}

/** One wanted movement: a hollow band as wide as what is wanted, filled as far as it has come. */
export function NationArrow(props: { pair: SeenPair; shape: ArrowShape; faint: boolean }) {
  const width = () => Math.max(arrowWidth(props.pair.wanted), arrowWidth(props.pair.named ?? 0))
  const done = () => props.pair.done ?? 0
  return (
    <g class="nation-map__arrow" classList={{ 'nation-map__arrow--faint': props.faint }}>
      <path class="nation-map__edge" d={props.shape.path} stroke-width={width()} />
      <path class="nation-map__hollow" d={props.shape.path} stroke-width={width() - RIM} />
      <For each={filled(props.pair)}>
        {({ mark, from, to }) => (
          <path
            class={`nation-map__${mark}`}
            d={props.shape.part(from, to)}
            stroke-width={width() - 2 * RIM + 1}
          />
        )}
      </For>
      <path
        class="nation-map__tip"
        classList={{ 'nation-map__tip--done': done() > 0 && done() >= props.pair.wanted }}
        d={props.shape.tip}
      />
    </g>
  )
}
