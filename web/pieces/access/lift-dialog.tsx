import { createEffect, createSignal, on } from 'solid-js'

import type { LegalHold } from '#shared/wire/holds.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'
import { codeOf } from './holds-table.tsx'

type Props = {
  hold: LegalHold | undefined
  onClose: () => void
  onSave: (hold: LegalHold) => Promise<{ ok: unknown } | Trouble>
}

/** What letting go means, before it happens. */
export function LiftDialog(props: Props) {
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.hold,
      () => setTrouble(undefined),
    ),
  )
  const lift = async () => {
    const { hold } = props
    if (hold === undefined || busy()) return
    setBusy(true)
    const came = await props.onSave(hold)
    setBusy(false)
    setTrouble('ok' in came ? undefined : came)
  }
  return (
    <Dialog
      open={props.hold !== undefined}
      title={props.hold === undefined ? '' : t('settings.holds.liftTitle', { code: codeOf(props.hold) })}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="danger" busy={busy()} onClick={() => void lift()}>
            {t('settings.holds.lift')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <CameTrouble trouble={trouble()} />
      <p>{t('settings.holds.liftText')}</p>
    </Dialog>
  )
}
