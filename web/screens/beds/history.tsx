import { createSignal } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { t } from '#web/i18n/t.ts'
import { BedHistory } from '#web/pieces/beds/bed-history.tsx'
import { term } from '#web/pieces/term.ts'
import { createBedHistory } from '#web/state/beds.ts'
import { now } from '#web/state/now.ts'

/** The history of one care level, asked for when it is opened. */
export function LevelHistory(props: { beds: Beds }) {
  const [open, setOpen] = createSignal(false)
  const history = createBedHistory(() => (open() ? props.beds.id : null))
  return (
    <BedHistory
      title={t('beds.history.title', { level: term('bed', props.beds.bed) })}
      lines={history.data()?.lines}
      failed={history.error() !== undefined}
      now={now()}
      open={open()}
      onToggle={setOpen}
    />
  )
}
