import { createMemo, createSignal, type JSX, onMount, Show } from 'solid-js'

import type { Phase } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { ActionBar } from '#web/parts/action-bar.tsx'
import { Button } from '#web/parts/button.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'

import { EligibilityNotice } from './eligibility-notice.tsx'
import type { HfnoFacts } from './hfno-facts.ts'
import { RequestBreathing } from './request-breathing.tsx'
import { eligibilityOf } from './request-eligibility.ts'
import { type Faults, faultsOf, QUESTIONS, type Question } from './request-faults.ts'
import type { Asking } from './request-figure.tsx'
import type { RequestForm } from './request-form.ts'
import { RequestPatient } from './request-patient.tsx'
import { RequestPractical } from './request-practical.tsx'
import { RequestSituation } from './request-situation.tsx'
import { faultLine, faultText, idOf } from './request-words.ts'

import './request-editor.css'

type Props = {
  form: RequestForm
  change: (patch: Partial<RequestForm>) => void
  /** The hospital that asks. */
  from: string
  isIntensivist: boolean
  hfno: HfnoFacts
  /** Undefined while it loads. */
  phase: Phase | undefined
  /** ISO, the server's clock. */
  now: string
  busy: boolean
  /** Nothing stands in the way any more. */
  onSend: () => void
  /** Above the questions: a restored draft, a refusal. */
  children?: JSX.Element
}

/** May it be said now? What was never answered only after a try to send. */
const isSaid = (faults: Faults, question: Question, left: ReadonlySet<Question>, tried: boolean) => {
  const fault = faults[question]
  if (fault === undefined) return undefined
  return tried || (left.has(question) && fault.code !== 'required') ? fault : undefined
}

/** The request as a form: four blocks in ISBAR order on one page, and what still stands in the way. */
export function RequestEditor(props: Props) {
  const [left, setLeft] = createSignal<ReadonlySet<Question>>(new Set())
  /** How often sending was tried in vain. */
  const [tries, setTries] = createSignal(0)
  const faults = createMemo(() => faultsOf(props.form, props.now))
  const inTheWay = () => QUESTIONS.filter((question) => faults()[question] !== undefined)
  const ask: Asking = {
    get form() {
      return props.form
    },
    change: (patch) => props.change(patch),
    fault: (question) => isSaid(faults(), question, left(), tries() > 0),
    faultText: (question) => {
      const fault = ask.fault(question)
      return fault && faultText(question, fault, props.form)
    },
    leave: (question) => setLeft((known) => new Set([...known, question])),
  }
  const lines = () =>
    inTheWay().flatMap((question) => {
      const fault = faults()[question]
      return fault ? [{ id: idOf(question), text: faultLine(question, fault, props.form) }] : []
    })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (props.busy) return
    if (inTheWay().length > 0) setTries((count) => count + 1)
    else props.onSend()
  }
  return (
    <form class="request-editor" novalidate onSubmit={send}>
      {props.children}
      <Show when={inTheWay().length > 0 && tries()} keyed>
        <div ref={(place) => onMount(() => place.scrollIntoView({ block: 'start' }))}>
          <ErrorSummary title={t('common.errorCount', { count: inTheWay().length })} errors={lines()} />
        </div>
      </Show>
      <div class="request-editor__blocks">
        <RequestSituation ask={ask} from={props.from} now={props.now} />
        <RequestPatient ask={ask} />
        <RequestBreathing ask={ask} hfno={props.hfno} now={props.now} />
        <RequestPractical ask={ask} isIntensivist={props.isIntensivist} />
      </div>
      <aside class="request-editor__aside">
        <Show when={props.phase}>
          {(phase) => <EligibilityNotice eligibility={eligibilityOf(props.form, phase())} />}
        </Show>
      </aside>
      <ActionBar>
        <Button
          variant="primary"
          type="submit"
          busy={props.busy}
          busyLabel={t('transfers.ask.sending')}
          note={inTheWay().length > 0 ? t('common.errorCount', { count: inTheWay().length }) : undefined}
        >
          {t('transfers.ask.send')}
        </Button>
      </ActionBar>
    </form>
  )
}
