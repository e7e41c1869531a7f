import { createSignal, Show } from 'solid-js'

import type { Exemption } from '#shared/fair-share/exemption.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { type ExemptionDraft, ExemptionForm } from '#web/pieces/fair-share/exemption-form.tsx'
import { ExemptionTable, groupName } from '#web/pieces/fair-share/exemption-table.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { ReasonDialog, type Said } from '#web/pieces/reason-dialog.tsx'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { myOrgs } from '#web/state/session.ts'

import { createActing } from '#web/screens/create-acting.ts'
import { keepLast } from '#web/screens/keep-last.ts'

const SUBJECT = 'exemption'

/** Which groups take no part for a while; their secretary records and ends. */
export function Exemptions() {
  const rows = keepLast(createRegister('exemption'))
  const pending = createPending(() => SUBJECT)
  const acting = createActing(() => SUBJECT)
  const mayDecide = () => myOrgs('secretary').includes('roaz-chairs')
  const [open, setOpen] = createSignal(false)
  const [ending, setEnding] = createSignal<Exemption>()
  return (
    <Section
      title={t('shares.exemptions')}
      side={
        <Show when={mayDecide()}>
          <Button variant="quiet" icon={open() ? undefined : 'plus'} onClick={() => setOpen(!open())}>
            {t(open() ? 'shares.cancel' : 'shares.exemption.new')}
          </Button>
        </Show>
      }
    >
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <Show when={mayDecide() && open()}>
        <Grant acting={acting} onDone={() => setOpen(false)} />
      </Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <Show
        when={(rows()?.length ?? 0) > 0}
        fallback={<p class="shares__text">{rows() ? t('shares.exemptions.none') : null}</p>}
      >
        <p class="shares__text">{t('shares.exemptions.text')}</p>
        <ExemptionTable rows={rows() ?? []} now={now()} onEnd={mayDecide() ? setEnding : undefined} />
      </Show>
      <End row={ending()} acting={acting} onClose={() => setEnding(undefined)} />
    </Section>
  )
}

type Acting = ReturnType<typeof createActing>

function Grant(props: { acting: Acting; onDone: () => void }) {
  const [draft, setDraft, clear] = createDraft<ExemptionDraft>('exemption')
  const written = () => draft() ?? { reason: '' }
  async function send() {
    const { group, from, until, reason } = written()
    if (group === undefined || from === undefined) return
    const said = { group, from, until: until ?? null, reason: reason.trim() }
    if (!(await props.acting.run('exemption.grant', { exemption: crypto.randomUUID(), ...said }))) return
    announce(t('shares.exemption.queued'))
    await clear()
    props.onDone()
  }
  return (
    <ExemptionForm
      draft={written()}
      onDraft={setDraft}
      now={now()}
      busy={props.acting.busy()}
      onSubmit={() => void send()}
    />
  )
}

function End(props: { row: Exemption | undefined; acting: Acting; onClose: () => void }) {
  const [said, setSaid] = createSignal<Said<string>>({ note: '' })
  async function end() {
    const { row } = props
    if (row === undefined) return
    const payload = { exemption: row.id, reason: said().note.trim() }
    await props.acting.run('exemption.end', payload)
    setSaid({ note: '' })
    props.onClose()
  }
  return (
    <ReasonDialog
      open={props.row !== undefined}
      title={t('shares.exemption.endTitle', { group: groupName(props.row?.group ?? '') })}
      noteLabel={t('shares.exemption.endReason')}
      noteHint={t('shares.reason.hint')}
      noteRequired
      value={said()}
      onChange={setSaid}
      submit={t('shares.exemption.end')}
      busy={props.acting.busy()}
      onSubmit={() => void end()}
      onClose={props.onClose}
    >
      <p>{t('shares.exemption.endText')}</p>
    </ReasonDialog>
  )
}
