import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'

import { isCode, readCode } from '#shared/transfers/code.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import { openInEmergency } from '#web/state/emergency.ts'

import './emergency.css'

const REASON_MAX = 280

/** Who stands at a patient without being a party: the code on the papers, a reason, and an hour to read. */
export default function EmergencyAccess() {
  const go = useNavigate()
  const [code, setCode] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Trouble>()
  let asked = { of: '', id: '' }

  const codeFault = () =>
    tried() && !isCode(readCode(code())) ? t('session.emergency.codeFault') : undefined
  const reasonFault = () =>
    tried() && (reason().trim() === '' || reason().trim().length > REASON_MAX)
      ? t('session.emergency.reasonFault')
      : undefined

  const open = async () => {
    setTried(true)
    if (busy() || codeFault() !== undefined || reasonFault() !== undefined) return
    const payload = { code: readCode(code()), reason: reason().trim() }
    const of = JSON.stringify(payload)
    if (asked.of !== of) asked = { of, id: crypto.randomUUID() }
    setBusy(true)
    setTrouble(undefined)
    const came = await openInEmergency(asked.id, payload)
    setBusy(false)
    if ('ok' in came) go(`/aanvragen/${came.ok.subject}`)
    else setTrouble(came)
  }

  return (
    <div class="emergency">
      <PageHead title={t('session.emergency.title')} />
      <Notice kind="warn" title={t('session.emergency.seen')}>
        {t('session.emergency.text')}
      </Notice>
      <TextField
        label={t('session.emergency.code')}
        hint={t('session.emergency.codeHint')}
        value={code()}
        onChange={setCode}
        error={codeFault()}
        code
      />
      <TextArea
        label={t('session.emergency.reason')}
        value={reason()}
        onChange={setReason}
        limit={REASON_MAX}
        error={reasonFault()}
      />
      <CameTrouble trouble={trouble()} />
      <Button variant="primary" wide busy={busy()} onClick={() => void open()}>
        {t('session.emergency.do')}
      </Button>
    </div>
  )
}
