import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { PhaseAnnounce } from '#web/pieces/phase-announce.tsx'
import { emptyPhase, type PhaseDraft, previewPhase, type Speaks, speaksFor } from '#web/pieces/phase-draft.ts'
import { act } from '#web/state/act.ts'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { myOrgs } from '#web/state/session.ts'

/** The secretary's part of the screen; nobody else has it. */
export function Announce(props: {
  register: readonly PhaseEntry[]
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const bodies = createMemo(() => myOrgs('secretary').flatMap((org) => speaksFor(org) ?? []))
  const [draft, setDraft, clear] = createDraft<PhaseDraft>('phase.announce')
  const written = () => draft() ?? emptyPhase()
  const speaks = () => bodies().find(({ org }) => org === written().org) ?? bodies()[0]
  const pending = createPending(() => speaks()?.scope ?? '')
  let place: HTMLDivElement | undefined
  // Something half written is shown again; asked for by the button, the form takes the focus.
  createEffect(() => {
    if (draft() !== undefined && !props.open) props.onOpen(true)
  })
  createEffect(
    on(
      () => props.open,
      (open) => open && place?.querySelector('input')?.focus(),
      { defer: true },
    ),
  )
  const done = () => {
    void clear()
    props.onOpen(false)
  }
  return (
    <div ref={place}>
      <Show when={props.open && speaks()}>
        {(body) => (
          <Section
            title={t('phases.announce')}
            side={
              <Button variant="quiet" onClick={done}>
                {t('phases.discard')}
              </Button>
            }
          >
            <Form
              bodies={bodies()}
              speaks={body()}
              register={props.register}
              draft={written()}
              onDraft={setDraft}
              onDone={done}
            />
          </Section>
        )}
      </Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
    </div>
  )
}

function Form(props: {
  bodies: readonly Speaks[]
  speaks: Speaks
  register: readonly PhaseEntry[]
  draft: PhaseDraft
  onDraft: (draft: PhaseDraft) => void
  onDone: () => void
}) {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()

  async function send() {
    const { to, from, advice, reason } = props.draft
    if (to === undefined || from === undefined) return
    const { scope, decidedBy } = props.speaks
    // Ticked for a phase that was chosen before: not this decision's advice.
    const needed = previewPhase(props.draft, props.speaks, props.register)?.needed ?? []
    setBusy(true)
    const acted = await act(
      'phase.announce',
      {
        phase: crypto.randomUUID(),
        scope,
        to,
        decidedBy,
        advice: advice.filter((body) => needed.includes(body)),
        reason: reason.trim(),
        inForceFrom: from,
      },
      { subject: scope },
    )
    setBusy(false)
    const wrong = actedProblem(acted)
    setProblem(wrong)
    if (wrong !== undefined) return
    announce(t('phases.queued'))
    props.onDone()
  }

  return (
    <PhaseAnnounce
      bodies={props.bodies}
      speaks={props.speaks}
      register={props.register}
      draft={props.draft}
      onDraft={(draft) => {
        setProblem(undefined)
        props.onDraft(draft)
      }}
      now={now()}
      busy={busy()}
      problem={problem()}
      onAnnounce={() => void send()}
    />
  )
}
