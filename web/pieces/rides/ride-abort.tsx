import { createEffect, createSignal, on } from 'solid-js'

import type { AbortReason } from '#shared/rides/ride.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { term } from '#web/pieces/term.ts'

/** A transfer that ended ends its ride by itself: nobody chooses that. */
export const CREW_ABORTS = [
  'vehicle-fault',
  'crew-unavailable',
  'patient-unstable',
  'other',
] as const satisfies readonly AbortReason[]
export const DESK_ABORTS = [
  'replanned',
  'vehicle-fault',
  'crew-unavailable',
  'patient-unstable',
  'other',
] as const satisfies readonly AbortReason[]

type Props = {
  open: boolean
  reasons: readonly AbortReason[]
  onClose: () => void
  onAbort: (reason: AbortReason, note: string | undefined) => void
}

/** A ride that will not drive: why. The bed stays reserved, the vehicle is free, the desk plans again. */
export function RideAbort(props: Props) {
  const [reason, setReason] = createSignal<AbortReason>()
  const [note, setNote] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  createEffect(
    on(
      () => props.open,
      () => {
        setReason(undefined)
        setNote('')
        setMissing(false)
      },
    ),
  )
  const abort = () => {
    const chosen = reason()
    const words = note().trim()
    if (chosen === undefined || words.length > FREE_TEXT_MAX) setMissing(true)
    else props.onAbort(chosen, words === '' ? undefined : words)
  }
  return (
    <Dialog
      open={props.open}
      title={t('rides.abort.title')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button variant="danger" onClick={abort}>
            {t('rides.abort.do')}
          </Button>
          <Button onClick={() => props.onClose()}>{t('rides.abort.not')}</Button>
        </>
      }
    >
      <Fields>
        <p>{t('rides.abort.text')}</p>
        <Choice
          label={t('common.reason')}
          options={props.reasons.map((value) => ({ value, label: term('abort', value) }))}
          value={reason()}
          onChange={setReason}
          stacked
          error={missing() && reason() === undefined ? t('rides.abort.choose') : undefined}
        />
        <TextArea
          label={t('rides.abort.note')}
          value={note()}
          onChange={setNote}
          limit={FREE_TEXT_MAX}
          rows={2}
          optional
        />
      </Fields>
    </Dialog>
  )
}
