import { createEffect, createSignal, on } from 'solid-js'

import { isCode, readCode } from '#shared/transfers/code.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'

import { type Trouble, troubleText } from './came-trouble.tsx'

type Props = {
  open: boolean
  onClose: () => void
  onSave: (code: string, reason: string) => Promise<{ ok: unknown } | Trouble>
}

/** Which request, by the code on its papers, and why. */
export function HoldDialog(props: Props) {
  const [code, setCode] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string>()
  createEffect(
    on(
      () => props.open,
      () => {
        setCode('')
        setReason('')
        setAsked(false)
        setTrouble(undefined)
      },
    ),
  )
  const isWell = () => isCode(readCode(code()))
  const isReasoned = () => reason().trim() !== '' && [...reason().trim()].length <= FREE_TEXT_MAX
  const keep = async () => {
    setAsked(true)
    if (!isWell() || !isReasoned() || busy()) return
    setBusy(true)
    const came = await props.onSave(readCode(code()), reason().trim())
    setBusy(false)
    setTrouble('ok' in came ? undefined : wordsOf(came))
  }
  return (
    <Dialog
      open={props.open}
      title={t('settings.holds.new')}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={busy()} onClick={() => void keep()}>
            {t('settings.holds.new')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        {trouble() !== undefined && (
          <Notice kind="stop" title={t('session.trouble.title')} live="assertive">
            {trouble()}
          </Notice>
        )}
        <TextField
          label={t('settings.holds.code')}
          code
          value={code()}
          maxLength={12}
          error={asked() && !isWell() ? t('settings.holds.codeWrong') : undefined}
          onChange={setCode}
        />
        <TextArea
          label={t('settings.holds.reason')}
          hint={t('settings.holds.reasonHint')}
          value={reason()}
          limit={FREE_TEXT_MAX}
          rows={2}
          error={asked() && !isReasoned() ? t('settings.holds.reasonWrong') : undefined}
          onChange={setReason}
        />
      </Fields>
    </Dialog>
  )
}

function wordsOf(trouble: Trouble): string {
  const code = 'refused' in trouble ? trouble.refused.code : null
  if (code === 'not-found') return t('settings.holds.absent')
  return code === 'already-exists' ? t('settings.holds.already') : troubleText(trouble)
}
