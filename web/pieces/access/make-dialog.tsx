import { type JSX, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'

type Props<T> = {
  open: boolean
  onClose: () => void
  /** Before it is made, and after. */
  titles: [string, string]
  make: string
  onMake: () => void
  busy: boolean
  trouble: Trouble | undefined
  made: T | undefined
  /** What is shown of it, this once. */
  shown: (made: T) => JSX.Element
  /** The fields. */
  children: JSX.Element
}

/** Something an administrator makes, of which a secret is shown once: the fields, then what came of them. */
export function MakeDialog<T extends object>(props: Props<T>) {
  return (
    <Dialog
      open={props.open}
      title={props.titles[props.made === undefined ? 0 : 1]}
      onClose={props.onClose}
      footer={
        <Show
          when={props.made === undefined}
          fallback={<Button onClick={props.onClose}>{t('session.invitation.done')}</Button>}
        >
          <Button variant="primary" busy={props.busy} onClick={() => props.onMake()}>
            {props.make}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </Show>
      }
    >
      <Show
        when={props.made}
        fallback={
          <Fields>
            <CameTrouble trouble={props.trouble} />
            {props.children}
          </Fields>
        }
      >
        {(made) => props.shown(made())}
      </Show>
    </Dialog>
  )
}
