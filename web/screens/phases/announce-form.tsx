import { createSignal } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actedProblem } from '#web/pieces/acted-problem.ts'
import { PhaseAnnounce } from '#web/pieces/phases/phase-announce.tsx'
import { type PhaseDraft, previewPhase, type Speaks } from '#web/pieces/phases/phase-draft.ts'
import { act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'

/** Sends what the secretary wrote down; what was written stays until it is queued. */
export function AnnounceForm(props: {
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
