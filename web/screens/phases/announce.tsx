import { createEffect, createMemo, on, Show } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { emptyPhase, type PhaseDraft, speaksFor } from '#web/pieces/phases/phase-draft.ts'
import { createDraft } from '#web/state/drafts.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { myOrgs } from '#web/state/session.ts'

import { AnnounceForm } from './announce-form.tsx'

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
            <AnnounceForm
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
