import { For } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { largeChanges } from '#shared/beds/large-changes.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { term } from '#web/pieces/term.ts'

import type { BedEdits } from './bed-edits.ts'
import { figureWord } from './figure-word.ts'

import './large-changes.css'

type Props = {
  open: boolean
  /** One line each: "IC Bezet: van 12 naar 21". */
  changes: readonly string[]
  onYes: () => void
  onNo: () => void
}

export const largeOf = (row: Beds, edits: BedEdits): string[] =>
  largeChanges(row, edits).map(({ figure, from, to }) =>
    t('beds.large.line', { level: term('bed', row.bed), field: figureWord(figure), from, to }),
  )

/** Asked once, for large changes only: a slip of the thumb would move patients. */
export function LargeChanges(props: Props) {
  return (
    <Dialog
      open={props.open}
      title={t('beds.large.title')}
      onClose={props.onNo}
      footer={
        <>
          <Button variant="primary" onClick={props.onYes}>
            {t('beds.large.yes')}
          </Button>
          <Button onClick={props.onNo}>{t('beds.large.no')}</Button>
        </>
      }
    >
      <ul class="large-changes">
        <For each={props.changes}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p>{t('beds.large.text')}</p>
    </Dialog>
  )
}
