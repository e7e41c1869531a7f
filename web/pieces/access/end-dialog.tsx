import { createEffect, createSignal, on } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'

type Props<T> = {
  /** What is about to end; none: closed. */
  of: T | undefined
  title: (of: T) => string
  text: string
  act: string
  onClose: () => void
  onEnd: (of: T) => Promise<{ ok: unknown } | Trouble>
}

/** What ending something means, before it happens. */
export function EndDialog<T>(props: Props<T>) {
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.of,
      () => setTrouble(undefined),
    ),
  )
  const end = async () => {
    const { of } = props
    if (of === undefined || busy()) return
    setBusy(true)
    const came = await props.onEnd(of)
    setBusy(false)
    setTrouble('ok' in came ? undefined : came)
  }
  return (
    <Dialog
      open={props.of !== undefined}
      title={props.of === undefined ? '' : props.title(props.of)}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="danger" busy={busy()} onClick={() => void end()}>
            {props.act}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <CameTrouble trouble={trouble()} />
      <p>{props.text}</p>
    </Dialog>
  )
}
