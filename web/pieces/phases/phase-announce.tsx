import { createMemo, createSignal, Show } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { region } from '#shared/reference/regions.ts'
import { PHASES } from '#shared/terms.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { onDay } from '#web/pieces/on-day.ts'
import { term } from '#web/pieces/term.ts'

import {
  PHASE_FROM_ID,
  PHASE_REASON_ID,
  PHASE_TO_ID,
  type PhaseDraft,
  phaseFaults,
  previewPhase,
  type Speaks,
} from './phase-draft.ts'
import { PhasePreview } from './phase-preview.tsx'

type Props = {
  /** For whom this secretary may speak. */
  bodies: readonly Speaks[]
  speaks: Speaks
  register: readonly PhaseEntry[]
  draft: PhaseDraft
  onDraft: (draft: PhaseDraft) => void
  now: string
  busy: boolean
  /** Why the last one did not stand. */
  problem: string | undefined
  onAnnounce: () => void
}

const FIVE = 5 * 60_000

/** A secretary writes down what the own body decided; R1 speaks before anything is sent. */
export function PhaseAnnounce(props: Props) {
  const [asked, setAsked] = createSignal(false)
  // The summary takes the focus when it appears: only a press brings it, never a keystroke.
  const [summed, setSummed] = createSignal(false)
  const faults = createMemo(() => (asked() ? phaseFaults(props.draft, props.now) : []))
  const faultOf = (id: string) => faults().find((fault) => fault.id === id)?.text
  const put = (draft: PhaseDraft) => {
    props.onDraft(draft)
    if (faults().length === 0) setSummed(false)
  }
  const change = (part: Partial<PhaseDraft>) => put({ ...props.draft, ...part })
  const preview = createMemo(() => previewPhase(props.draft, props.speaks, props.register))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (props.busy) return
    setAsked(true)
    setSummed(false)
    setSummed(faults().length > 0)
    if (!summed() && preview()?.allowed) props.onAnnounce()
  }
  return (
    <form novalidate onSubmit={submit}>
      <Show when={summed()}>
        <ErrorSummary title={t('common.errorCount', { count: faults().length })} errors={faults()} />
      </Show>
      <Fields>
        <Show
          when={props.bodies.length > 1}
          fallback={<p>{t('phases.announceFor', { body: bodyWords(props.speaks) })}</p>}
        >
          <Choice
            label={t('phases.body')}
            options={props.bodies.map((speaks) => ({ value: speaks.org, label: bodyWords(speaks) }))}
            value={props.speaks.org}
            onChange={(org) => change({ org })}
          />
        </Show>
        <Choice
          id={PHASE_TO_ID}
          label={t('phases.to')}
          options={PHASES.map((value) => ({ value, label: value }))}
          value={props.draft.to}
          onChange={(to) => change({ to })}
          error={faultOf(PHASE_TO_ID)}
        />
        <DateTimeField
          id={PHASE_FROM_ID}
          label={t('phases.from')}
          value={props.draft.from}
          quick={quick(props.now)}
          onChange={(at) => put(withFrom(props.draft, at))}
          error={faultOf(PHASE_FROM_ID)}
        />
        <Show when={preview()?.needed.length ? preview() : undefined}>
          {(found) => (
            <Checks
              label={t('phases.adviceGiven')}
              hint={t('phases.adviceHint', {
                bodies: found()
                  .needed.map((body) => term('adviser', body))
                  .join(', '),
              })}
              options={found().needed.map((value) => ({ value, label: term('adviser', value) }))}
              value={props.draft.advice}
              onChange={(advice) => change({ advice })}
            />
          )}
        </Show>
        <TextArea
          id={PHASE_REASON_ID}
          label={t('phases.reason')}
          hint={t('phases.reasonHint')}
          value={props.draft.reason}
          limit={FREE_TEXT_MAX}
          onChange={(reason) => change({ reason })}
          error={faultOf(PHASE_REASON_ID)}
        />
        <Show when={preview()}>
          {(found) => <PhasePreview preview={found()} to={props.draft.to ?? ''} speaks={props.speaks} />}
        </Show>
        <Show when={props.problem}>
          {(words) => (
            <Notice kind="stop" live="assertive" title={t('phases.failed')}>
              {words()}
            </Notice>
          )}
        </Show>
      </Fields>
      <ActionBar>
        <Button
          type="submit"
          variant="primary"
          busy={props.busy}
          busyLabel={t('phases.sending')}
          disabled={preview()?.allowed === false}
        >
          {props.draft.to === undefined ? t('phases.doNothing') : t('phases.do', { phase: props.draft.to })}
        </Button>
      </ActionBar>
    </form>
  )
}

const bodyWords = ({ org, decidedBy }: Speaks): string =>
  decidedBy === 'roaz' ? `${term('body', 'roaz')} ${region(org)?.name ?? org}` : term('body', decidedBy)

function withFrom(draft: PhaseDraft, at: Date | undefined): PhaseDraft {
  const { from: _, ...rest } = draft
  return at === undefined ? rest : { ...rest, from: at.toISOString() }
}

function quick(now: string) {
  const soon = new Date(Math.ceil(toMs(now) / FIVE) * FIVE)
  const later = [onDay(now, 0, '20:00'), onDay(now, 1, '08:00')].filter((at) => at.getTime() > soon.getTime())
  return [{ label: t('phases.quick.now'), at: soon }, ...later.map((at) => ({ label: moment(at, now), at }))]
}
