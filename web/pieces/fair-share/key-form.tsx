import { createMemo, createSignal, For, Show } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { TextArea } from '#web/parts/text-area.tsx'

import { soonAndLater } from './quick-moments.ts'

import './key-form.css'

/** What is typed: undefined where nothing is, or nothing that is a number. */
export type KeyDraft = { parts: Record<string, number | undefined>; from?: string; reason: string }

type Props = {
  /** Who gets a part: groups, or hospitals. */
  names: readonly { id: string; name: string }[]
  /** The bounds of one part. */
  least: 0 | 0.1
  most: number
  /** What the form is for, in a sentence. */
  text: string
  draft: KeyDraft
  onDraft: (draft: KeyDraft) => void
  now: string
  busy: boolean
  onSubmit: () => void
}

const FROM = 'key-from'
const REASON = 'key-reason'
const GRACE = 5 * 60_000
const partId = (id: string) => `key-part-${id}`
const isTenths = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6

type Bounds = Pick<Props, 'names' | 'least' | 'most'>

/** What still stands in the way, in the order of the form. */
export function keyFaults({ parts, from, reason }: KeyDraft, { names, least, most }: Bounds, now: string) {
  const faults: { id: string; text: string }[] = []
  const isFine = (value: number | undefined) =>
    value !== undefined && value >= least && value <= most && isTenths(value)
  for (const { id, name } of names)
    if (!isFine(parts[id]))
      faults.push({
        id: partId(id),
        text: t(least === 0 ? 'shares.error.part' : 'shares.error.key', { name }),
      })
  if (faults.length === 0 && names.every(({ id }) => parts[id] === 0))
    faults.push({ id: partId(names[0]?.id ?? ''), text: t('shares.error.parts') })
  if (from === undefined) faults.push({ id: FROM, text: t('shares.error.from') })
  else if (Date.parse(from) < Date.parse(now) - GRACE) faults.push({ id: FROM, text: t('shares.error.past') })
  if (reason.trim() === '') faults.push({ id: REASON, text: t('shares.error.reason') })
  if ([...reason.trim()].length > FREE_TEXT_MAX)
    faults.push({ id: REASON, text: t('refusals.field.length', { max: FREE_TEXT_MAX }) })
  return faults
}

/** A number per name, from when, and why. */
export function KeyForm(props: Props) {
  const [asked, setAsked] = createSignal(false)
  const faults = createMemo(() => (asked() ? keyFaults(props.draft, props, props.now) : []))
  const faultOf = (id: string) => faults().find((fault) => fault.id === id)?.text
  const sum = () => props.names.reduce((total, { id }) => total + (props.draft.parts[id] ?? 0), 0)
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
        <p>{props.text}</p>
        <div class="key-form__parts">
          <For each={props.names}>
            {({ id, name }) => (
              <NumberField
                id={partId(id)}
                label={name}
                figures={5}
                value={props.draft.parts[id]}
                onChange={(value) =>
                  props.onDraft({ ...props.draft, parts: { ...props.draft.parts, [id]: value } })
                }
                error={faultOf(partId(id))}
              />
            )}
          </For>
        </div>
        <p class="key-form__sum">{t('shares.keys.sum', { sum: number(sum()) })}</p>
        <DateTimeField
          id={FROM}
          label={t('shares.keys.from')}
          value={props.draft.from}
          quick={soonAndLater(props.now)}
          onChange={(at) => {
            const { from: _, ...rest } = props.draft
            props.onDraft(at === undefined ? rest : { ...rest, from: at.toISOString() })
          }}
          error={faultOf(FROM)}
        />
        <TextArea
          id={REASON}
          label={t('shares.keys.reason')}
          hint={t('shares.reason.hint')}
          limit={FREE_TEXT_MAX}
          value={props.draft.reason}
          onChange={(reason) => props.onDraft({ ...props.draft, reason })}
          error={faultOf(REASON)}
        />
      </Fields>
      <ActionBar>
        <Button type="submit" variant="primary" busy={props.busy} busyLabel={t('shares.busy')}>
          {t('shares.keys.do')}
        </Button>
      </ActionBar>
    </form>
  )
}
