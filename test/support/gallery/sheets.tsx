import { createSignal } from 'solid-js'

import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Toast } from '#web/parts/toast.tsx'
import { PageHead } from '#web/parts/page-head.tsx'

const REASONS = [
  { value: 'full', label: 'Bed is toch bezet' },
  { value: 'staff', label: 'Geen verpleegkundige' },
  { value: 'special', label: 'Voorziening ontbreekt' },
] as const

export function Sheets() {
  const sheet = new URLSearchParams(location.search).has('sheet')
  const [open, setOpen] = createSignal(true)
  const [reason, setReason] = createSignal<(typeof REASONS)[number]['value']>()
  const [toast, setToast] = createSignal<string | undefined>('Aanbod verstuurd, 14:10')
  return (
    <div>
      <PageHead title="Aanbod" />
      <Button onClick={() => setOpen(true)}>Wijs af</Button>
      <Dialog
        open={open()}
        sheet={sheet}
        title="Aanbod afwijzen"
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button variant="danger">Wijs aanbod af</Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Annuleer
            </Button>
          </>
        }
      >
        <Choice label="Reden" options={REASONS} stacked value={reason()} onChange={setReason} />
      </Dialog>
      <Toast text={toast()} state="done" onDismiss={() => setToast(undefined)} />
    </div>
  )
}
