import { createMemo, createSignal, Show } from 'solid-js'

import { groups } from '#shared/reference/regions.ts'
import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'

import { soonAndLater } from './quick-moments.ts'

export type ExemptionDraft = { group?: string; from?: string; until?: string; reason: string }

type Props = {
  draft: ExemptionDraft
  onDraft: (draft: ExemptionDraft) => void
  now: string
  busy: boolean
  onSubmit: () => void
}

const IDS = { group: 'exempt-group', from: 'exempt-from', until: 'exempt-until', reason: 'exempt-reason' }
const GRACE = 5 * 60_000

/** What still stands in the way, in the order of the form. */
export function exemptionFaults({ group, from, until, reason }: ExemptionDraft, now: string) {
  const faults: { id: string; text: string }[] = []
  if (group === undefined) faults.push({ id: IDS.group, text: t('shares.error.group') })
  if (from === undefined) faults.push({ id: IDS.from, text: t('shares.error.from') })
  else if (Date.parse(from) < Date.parse(now) - GRACE)
    faults.push({ id: IDS.from, text: t('shares.error.past') })
  if (from !== undefined && until !== undefined && until <= from)
    faults.push({ id: IDS.until, text: t('shares.error.until') })
  if (reason.trim() === '') faults.push({ id: IDS.reason, text: t('shares.error.reason') })
  if ([...reason.trim()].length > FREE_TEXT_MAX)
    faults.push({ id: IDS.reason, text: t('refusals.field.length', { max: FREE_TEXT_MAX }) })
  return faults
}

/** The secretary of the ROAZ chairs writes down which group is exempt, from when until when. */
export function ExemptionForm(props: Props) {
  const [asked, setAsked] = createSignal(false)
  const faults = createMemo(() => (asked() ? exemptionFaults(props.draft, props.now) : []))
  const faultOf = (id: string) => faults().find((fault) => fault.id === id)?.text
  const change = (part: ExemptionDraft | Partial<ExemptionDraft>) =>
    props.onDraft({ ...props.draft, ...part })
  const without = (key: 'from' | 'until', at: Date | undefined) => {
    const { [key]: _, ...rest } = props.draft
    props.onDraft(at === undefined ? rest : { ...rest, [key]: at.toISOString() })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!props.busy && faults().length === 0) props.onSubmit()
  }
  return (
    <form novalidate onSubmit={submit}>
      <Show when={faults().length > 0}>
        <ErrorSummary title={t('common.errorCount', { count: faults().length })} errors={faults()} />
      </Show>
      <Fields>
        <p>{t('shares.exemption.for')}</p>
        <Select
          id={IDS.group}
          label={t('shares.group')}
          placeholder={t('shares.exemption.choose')}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={props.draft.group}
          onChange={(group) => change({ group })}
          error={faultOf(IDS.group)}
        />
        <DateTimeField
          id={IDS.from}
          label={t('shares.exemption.from')}
          value={props.draft.from}
          quick={soonAndLater(props.now)}
          onChange={(at) => without('from', at)}
          error={faultOf(IDS.from)}
        />
        <DateTimeField
          id={IDS.until}
          label={t('shares.exemption.until')}
          hint={t('shares.exemption.untilHint')}
          value={props.draft.until}
          onChange={(at) => without('until', at)}
          error={faultOf(IDS.until)}
        />
        <TextArea
          id={IDS.reason}
          label={t('shares.exemption.reason')}
          hint={t('shares.reason.hint')}
          limit={FREE_TEXT_MAX}
          value={props.draft.reason}
          onChange={(reason) => change({ reason })}
          error={faultOf(IDS.reason)}
        />
      </Fields>
      <ActionBar>
        <Button type="submit" variant="primary" busy={props.busy} busyLabel={t('shares.busy')}>
          {t('shares.exemption.do')}
        </Button>
      </ActionBar>
    </form>
  )
}
