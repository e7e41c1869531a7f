import { createSignal, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { emptyPartner, type PartnerDraft, PartnerForm } from '#web/pieces/abroad/partner-form.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { createDraft } from '#web/state/drafts.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'

import { createActing } from '#web/screens/create-acting.ts'

const SUBJECT = 'partner'

/** The administrator's part: one more hospital abroad. */
export function EnterPartner() {
  const [open, setOpen] = createSignal(false)
  const [draft, setDraft, clear] = createDraft<PartnerDraft>('partner')
  const acting = createActing(() => SUBJECT)
  const pending = createPending(() => SUBJECT)
  const written = () => draft() ?? emptyPartner
  async function send() {
    const { role, phone, country, lat, lon, icBeds, name, city, nearBorder } = written()
    if (country === undefined || lat === undefined || lon === undefined || icBeds === undefined) return
    const place = { name: name.trim(), city: city.trim(), country, lat, lon, nearBorder, icBeds }
    const contact = { role: role.trim(), phone: phone.trim() }
    if (!(await acting.run('partner.enter', { partner: crypto.randomUUID(), ...place, contact }))) return
    await clear()
    setOpen(false)
  }
  return (
    <>
      <Button variant="secondary" icon={open() ? undefined : 'plus'} onClick={() => setOpen(!open())}>
        {t(open() ? 'abroad.cancel' : 'abroad.new')}
      </Button>
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <Show when={open()}>
        <PartnerForm draft={written()} onDraft={setDraft} busy={acting.busy()} onSubmit={() => void send()} />
      </Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
    </>
  )
}
