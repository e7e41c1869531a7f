import { createSignal } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import type { BedHistory as Told } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { BedHistory } from '#web/pieces/beds/bed-history.tsx'
import { term } from '#web/pieces/term.ts'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'

/** The history of one care level, line by line when it is opened. */
export function LevelHistory(props: { beds: Beds; history: Opened<Told> }) {
  const [open, setOpen] = createSignal(false)
  return (
    <BedHistory
      title={t('beds.history.title', { level: term('bed', props.beds.bed) })}
      lines={props.history.data()?.lines}
      failed={props.history.error() !== undefined}
      now={now()}
      open={open()}
      onToggle={setOpen}
    />
  )
}
