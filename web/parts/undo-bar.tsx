import { onCleanup, onMount } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import './undo-bar.css'

type Props = {
  /** What was done: "Vertrokken 14:31". */
  label: string
  onUndo: () => void
  /** Called once when the time is over; the caller takes the bar away. */
  onExpire: () => void
  seconds?: number | undefined
  undoLabel?: string | undefined
}

/** An act that can still be taken back, and how long: a line that shrinks. */
export function UndoBar(props: Props) {
  const seconds = () => props.seconds ?? 10
  onMount(() => {
    const timer = setTimeout(() => props.onExpire(), seconds() * 1000)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <div class="undo-bar" role="status">
      <span class="undo-bar__label">{props.label}</span>
      <button class="undo-bar__undo" type="button" onClick={() => props.onUndo()}>
        {props.undoLabel ?? t('common.undo')}
      </button>
      <span class="undo-bar__line" style={{ 'animation-duration': `${seconds()}s` }} />
    </div>
  )
}
