import { Show } from 'solid-js'

import type { SeenPair } from '#shared/wishes/progress.ts'

import { type ArrowShape, arrowWidth } from './arrow-shape.ts'

/** Units of the map between a band's edge and what fills it. */
const RIM = 4

/** One wanted movement: a hollow band as wide as what is wanted, in it what is named, on its way and done. */
export function NationArrow(props: { pair: SeenPair; shape: ArrowShape; faint: boolean }) {
  const named = () => props.pair.named ?? 0
  const done = () => props.pair.done ?? 0
  const going = () => (props.pair.underWay ?? 0) + done()
  const widest = () => Math.max(arrowWidth(props.pair.wanted), arrowWidth(named()))
  const fill = (patients: number) => arrowWidth(patients) - RIM
  return (
    <g class="nation-map__arrow" classList={{ 'nation-map__arrow--faint': props.faint }}>
      <path class="nation-map__edge" d={props.shape.path} stroke-width={widest()} />
      <path class="nation-map__hollow" d={props.shape.path} stroke-width={widest() - RIM} />
      <Show when={named() > 0}>
        <path class="nation-map__named" d={props.shape.path} stroke-width={fill(named())} />
      </Show>
      <Show when={going() > 0}>
        <path class="nation-map__going" d={props.shape.path} stroke-width={fill(going())} />
      </Show>
      <Show when={done() > 0}>
        <path class="nation-map__done" d={props.shape.path} stroke-width={fill(done())} />
      </Show>
      <path
        class="nation-map__tip"
        classList={{ 'nation-map__tip--done': done() > 0 && done() >= props.pair.wanted }}
        d={props.shape.tip}
      />
    </g>
  )
}
