import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { Icon } from './icon.tsx'

import './dialog.css'

type Props = {
  /** Keep it in the tree and drive it with this: then the focus finds its way back. */
  open: boolean
  title: string
  /** The person wants out (Escape, the cross). Nothing closes until `open` says so. */
  onClose: () => void
  children: JSX.Element
  /** The acts, the primary one first. */
  footer?: JSX.Element
  /** From the foot of a phone, from the side of a desk. */
  sheet?: boolean | undefined
}

/** The browser's own dialog: focus inside, the page behind it inert, focus back where it was. */
export function Dialog(props: Props) {
  const id = createUniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal()
    if (!props.open && dialog?.open) dialog.close()
  })
  onCleanup(() => dialog?.close())
  return (
    <dialog
      class="dialog"
      classList={{ 'dialog--sheet': props.sheet ?? false }}
      aria-labelledby={id}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onClose={() => {
        if (props.open) props.onClose()
      }}
    >
      <Show when={props.open}>
        <header class="dialog__head">
          <h2 class="dialog__title" id={id} tabindex="-1" autofocus>
            {props.title}
          </h2>
          <button
            class="dialog__close"
            type="button"
            aria-label={t('common.close')}
            onClick={() => props.onClose()}
          >
            <Icon name="cross" />
          </button>
        </header>
        <div class="dialog__body">{props.children}</div>
        <Show when={props.footer}>
          <footer class="dialog__foot">{props.footer}</footer>
        </Show>
      </Show>
    </dialog>
  )
}
