import { createEffect, createSignal, type JSX, on, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextField } from '#web/parts/text-field.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'

type Props<R> = {
  /** Of what it is a value; undefined: closed. */
  row: R | undefined
  title: (row: R) => string
  /** What stands there now. */
  value: (row: R) => string | null
  isWell: (typed: string) => boolean
  words: { label: string; hint: string; wrong: string; save: string; remove: string }
  /** A trouble that belongs to the field itself, in words. */
  atField?: (trouble: Trouble) => string | undefined
  type?: 'tel'
  maxLength: number
  onClose: () => void
  onSave: (row: R, value: string | null) => Promise<{ ok: unknown } | Trouble>
  /** Stands above the field. */
  children?: (row: R) => JSX.Element
}

/** One value that an administrator enters, changes or takes away. */
export function ValueDialog<R extends object>(props: Props<R>) {
  const [typed, setTyped] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  const now = () => (props.row === undefined ? null : props.value(props.row))
  createEffect(
    on(
      () => props.row,
      () => {
        setTyped(now() ?? '')
        setAsked(false)
        setTrouble(undefined)
      },
    ),
  )
  const value = () => typed().trim()
  const save = async (wanted: string | null) => {
    const { row } = props
    if (row === undefined || busy()) return
    setBusy(true)
    setTrouble(undefined)
    const came = await props.onSave(row, wanted)
    setBusy(false)
    if (!('ok' in came)) setTrouble(came)
  }
  const keep = () => {
    setAsked(true)
    if (props.isWell(value())) void save(value())
  }
  const own = () => {
    const came = trouble()
    return came && props.atField?.(came)
  }
  return (
    <Dialog
      open={props.row !== undefined}
      title={props.row === undefined ? '' : props.title(props.row)}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={busy()} onClick={keep}>
            {props.words.save}
          </Button>
          <Show when={now()}>
            <Button onClick={() => void save(null)}>{props.words.remove}</Button>
          </Show>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <CameTrouble trouble={own() === undefined ? trouble() : undefined} />
        <Show when={props.row}>{(row) => props.children?.(row())}</Show>
        <TextField
          label={props.words.label}
          hint={props.words.hint}
          {...(props.type === undefined ? {} : { type: props.type })}
          value={typed()}
          maxLength={props.maxLength}
          error={own() ?? (asked() && !props.isWell(value()) ? props.words.wrong : undefined)}
          onChange={setTyped}
        />
      </Fields>
    </Dialog>
  )
}
