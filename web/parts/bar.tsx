import './bar.css'

type Props = {
  value: number
  /** Where the limit lies. */
  max: number
  /** What is measured; spoken, not shown. */
  label: string
  /** The same in words: "8 van 30 min". Spoken, not shown: write it beside the bar too. */
  valueText: string
}

const share = (part: number, whole: number) =>
  `${Math.round((whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0) * 1000) / 10}%`

/** A thin line that fills towards a limit. Past the limit it turns to the colour of what has stopped. */
export function Bar(props: Props) {
  return (
    <div
      class="bar"
      classList={{ 'bar--over': props.value > props.max }}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin="0"
      aria-valuemax={props.max}
      aria-valuenow={Math.min(Math.max(0, props.value), props.max)}
      aria-valuetext={props.valueText}
      style={{ '--bar-fill': share(props.value, props.max) }}
    >
      <span class="bar__fill" />
    </div>
  )
}

type MarkerProps = Props & {
  /** What the value is held against: a mark across the bar. */
  marker: number
}

/** Two figures on one scale: what there is (the fill) against what would be fair (the mark). */
export function MarkerBar(props: MarkerProps) {
  return (
    <div
      class="bar bar--marker"
      role="img"
      aria-label={`${props.label}: ${props.valueText}`}
      style={{ '--bar-fill': share(props.value, props.max), '--bar-marker': share(props.marker, props.max) }}
    >
      <span class="bar__fill" />
      <span class="bar__marker" />
    </div>
  )
}
