import { createEffect, createSignal, on, Show } from 'solid-js'

import type { OrgRole } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextField } from '#web/parts/text-field.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'
import { roleAtPlace } from './organisations-table.tsx'

const PHONE = /^[+0-9][0-9 ()-]{5,19}$/

type Props = {
  row: OrgRole | undefined
  onClose: () => void
  onSave: (row: OrgRole, phone: string | null) => Promise<{ ok: unknown } | Trouble>
}

/** The phone line of one role at one organisation. */
export function LineDialog(props: Props) {
  const [phone, setPhone] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.row,
      (row) => {
        setPhone(row?.phone ?? '')
        setAsked(false)
        setTrouble(undefined)
      },
    ),
  )
  const isWell = () => PHONE.test(phone().trim())
  const save = async (line: string | null) => {
    const { row } = props
    if (row === undefined || busy()) return
    setBusy(true)
    setTrouble(undefined)
    const came = await props.onSave(row, line)
    setBusy(false)
    if (!('ok' in came)) setTrouble(came)
  }
  const keep = () => {
    setAsked(true)
    if (isWell()) void save(phone().trim())
  }
  return (
    <Dialog
      open={props.row !== undefined}
      title={props.row === undefined ? '' : roleAtPlace(props.row)}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={busy()} onClick={keep}>
            {t('admin.lines.save')}
          </Button>
          <Show when={props.row?.phone}>
            <Button onClick={() => void save(null)}>{t('admin.lines.remove')}</Button>
          </Show>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <CameTrouble trouble={trouble()} />
        <TextField
          label={t('admin.lines.phone')}
          hint={t('admin.lines.phoneHint')}
          type="tel"
          value={phone()}
          maxLength={20}
          error={asked() && !isWell() ? t('admin.lines.phoneWrong') : undefined}
          onChange={setPhone}
        />
      </Fields>
    </Dialog>
  )
}
