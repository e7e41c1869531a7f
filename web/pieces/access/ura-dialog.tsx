import { createEffect, createSignal, on, Show } from 'solid-js'

import { type OrgRole, URA } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextField } from '#web/parts/text-field.tsx'

import { CameTrouble, type Trouble } from './came-trouble.tsx'

type Props = {
  org: OrgRole | undefined
  onClose: () => void
  onSave: (org: OrgRole, ura: string | null) => Promise<{ ok: unknown } | Trouble>
}

const isTaken = (trouble: Trouble | undefined): boolean =>
  trouble !== undefined && 'refused' in trouble && trouble.refused.code === 'already-exists'

/** The URA number of one organisation. */
export function UraDialog(props: Props) {
  const [ura, setUra] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  createEffect(
    on(
      () => props.org,
      (org) => {
        setUra(org?.enteredUra ?? '')
        setAsked(false)
        setTrouble(undefined)
      },
    ),
  )
  const isWell = () => URA.test(ura().trim())
  const save = async (value: string | null) => {
    const { org } = props
    if (org === undefined || busy()) return
    setBusy(true)
    setTrouble(undefined)
    const came = await props.onSave(org, value)
    setBusy(false)
    if (!('ok' in came)) setTrouble(came)
  }
  const keep = () => {
    setAsked(true)
    if (isWell()) void save(ura().trim())
  }
  const wrong = () => {
    if (isTaken(trouble())) return t('admin.ura.taken')
    return asked() && !isWell() ? t('admin.ura.wrong') : undefined
  }
  return (
    <Dialog
      open={props.org !== undefined}
      title={t('admin.ura.title', { place: props.org?.place ?? '' })}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={busy()} onClick={keep}>
            {t('admin.ura.save')}
          </Button>
          <Show when={props.org?.enteredUra}>
            <Button onClick={() => void save(null)}>{t('admin.ura.remove')}</Button>
          </Show>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <CameTrouble trouble={isTaken(trouble()) ? undefined : trouble()} />
        <Show when={props.org?.ura !== props.org?.enteredUra}>
          <Notice kind="info" title={t('admin.ura.configured', { ura: props.org?.ura ?? '' })} />
        </Show>
        <TextField
          label={t('admin.ura.number')}
          hint={t('admin.ura.hint')}
          value={ura()}
          maxLength={8}
          error={wrong()}
          onChange={setUra}
        />
      </Fields>
    </Dialog>
  )
}
