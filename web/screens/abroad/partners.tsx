import { createSignal } from 'solid-js'

import { type Destination, destinationsAbroad } from '#shared/abroad/partner-row.ts'
import { t } from '#web/i18n/t.ts'
import { PartnerTable } from '#web/pieces/abroad/partner-table.tsx'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { createRegister } from '#web/state/register.ts'
import { myOrgs, session } from '#web/state/session.ts'

import type { Acting } from '#web/screens/create-acting.ts'

/** Who takes part; whoever administers them takes one out, with the reason. */
export function Partners(props: { acting: Acting }) {
  const partners = createRegister('partner')
  const [leaving, setLeaving] = createSignal<Destination>()
  const [said, setSaid] = createSignal<Said<string>>({ note: '' })
  const mayEnter = () => myOrgs('admin').includes('brancard')
  /** Münster stands in the plan itself. */
  const isEntered = (id: string) => partners()?.some((row) => row.id === id) ?? false
  async function withdraw() {
    const row = leaving()
    if (row === undefined) return
    const done = await props.acting.run('partner.withdraw', { partner: row.id, reason: said().note.trim() })
    if (done) setSaid({ note: '' })
    setLeaving(undefined)
  }
  return (
    <>
      <PartnerTable
        rows={destinationsAbroad(partners() ?? [])}
        demo={session()?.demo !== false}
        {...(mayEnter() ? { mayTakeOut: isEntered, onTakeOut: setLeaving } : {})}
      />
      <ReasonDialog
        open={leaving() !== undefined}
        title={t('abroad.withdraw.title', { name: leaving()?.name ?? '' })}
        noteLabel={t('abroad.reason')}
        noteHint={t('abroad.reasonHint')}
        noteRequired
        value={said()}
        onChange={setSaid}
        submit={t('abroad.do.withdraw')}
        danger
        busy={props.acting.busy()}
        onSubmit={() => void withdraw()}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t('abroad.withdraw.text')}</p>
      </ReasonDialog>
    </>
  )
}
