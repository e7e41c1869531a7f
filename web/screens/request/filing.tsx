import { createSignal, Match, Show, Switch } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { hfnoFacts } from '#web/pieces/request/hfno-facts.ts'
import { hospitalName } from '#web/pieces/place-name.ts'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { RequestEditor } from '#web/pieces/request/request-editor.tsx'
import { requestOf } from '#web/pieces/request/request-faults.ts'
import type { RequestForm } from '#web/pieces/request/request-form.ts'
import { act } from '#web/state/act.ts'
import { rememberCallback } from '#web/state/last-callback.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { phaseOf } from '#web/state/phases.ts'
import { createHfno } from '#web/state/transfers.ts'

import { createForm, keepCopy, membership, type Source } from './create-form.ts'

/** Queues the request on this phone; says why where that cannot be. */
async function file(filled: RequestForm, at: string): Promise<string | undefined> {
  const request = requestOf(filled, at)
  if (request === undefined) return t('refusals.command.invalid')
  const acted = await act(
    'transfer.submit',
    {
      transfer: filled.transfer,
      request,
      ...(request.directedTo === undefined ? {} : { reservation: filled.reservation }),
      ...(filled.returnOf === undefined || request.purpose !== 'return' ? {} : { returnOf: filled.returnOf }),
      ...(filled.refiledFrom === undefined ? {} : { refiledFrom: filled.refiledFrom }),
    },
    { subject: filled.transfer },
  )
  if (acted.refused) return refusalText(acted.refused)
  return acted.failed && t(`transfers.failed.${acted.failed}`)
}

/** The form, until it is queued on this phone. */
export function Filing(props: Source & { onSent: (form: RequestForm, at: string) => void }) {
  const filing = createForm({ again: props.again, from: props.from, back: props.back })
  const org = membership()?.org ?? ''
  const hfno = createHfno(() => filing.form()?.support === 'hfno')
  const [busy, setBusy] = createSignal(false)
  const [stopped, setStopped] = createSignal<string>()
  /** What comes back after a refusal: once it is sent anew, the refusal has been seen. */
  const refusedBefore = createPending(() => props.again ?? '')

  async function send(): Promise<void> {
    const filled = filing.form()
    if (filled === undefined || busy()) return
    setBusy(true)
    const at = new Date().toISOString()
    const why = await file(filled, at)
    setBusy(false)
    setStopped(why)
    if (why !== undefined) return
    rememberCallback(org, { ...filled.callback, place: filled.place.trim() })
    await keepCopy(filled)
    await filing.clear()
    for (const { id, state } of refusedBefore()) if (state === 'refused') dismiss(id)
    announce(t('transfers.receipt.queued'))
    props.onSent(filled, at)
  }

  return (
    <>
      <PageHead
        title={t('transfers.ask.title')}
        side={<span class="request-new__from">{hospitalName(org)}</span>}
      />
      <Switch fallback={<Loading rows={8} />}>
        <Match when={filing.form()}>
          {(filled) => (
            <RequestEditor
              form={filled()}
              change={filing.change}
              from={org}
              isIntensivist={membership()?.role === 'intensivist'}
              hfno={hfnoFacts(hfno.data())}
              phase={phaseOf(hospital(org)?.region ?? '')}
              now={now()}
              busy={busy()}
              onSend={() => void send()}
            >
              <Remarks
                {...filing}
                stopped={stopped()}
                isRefiled={filled().refiledFrom !== undefined}
                isReturn={filled().returnOf !== undefined}
              />
            </RequestEditor>
          )}
        </Match>
        <Match when={filing.detail.error()}>
          <Empty
            kind="failed"
            title={t('transfers.refile.failed')}
            action={<Button onClick={filing.detail.refresh}>{t('common.retry')}</Button>}
          />
        </Match>
      </Switch>
    </>
  )
}

type RemarksProps = Pick<ReturnType<typeof createForm>, 'restored' | 'restart' | 'state'> & {
  stopped: string | undefined
  isRefiled: boolean
  isReturn: boolean
}

/** Above the questions: a draft that came back, a phone that keeps nothing, a request that could not be sent. */
function Remarks(props: RemarksProps) {
  return (
    <>
      <Show when={props.restored()}>
        {(at) => (
          <Notice
            kind="info"
            title={t('transfers.draft.restored', { time: moment(at(), now()), age: age(at(), now()) })}
            action={<Button onClick={() => props.restart()}>{t('transfers.draft.restart')}</Button>}
          />
        )}
      </Show>
      <Show when={props.isReturn}>
        <Notice kind="info" title={t('transfers.return.title')}>
          {t('transfers.return.text')}
        </Notice>
      </Show>
      <Show when={props.isRefiled}>
        <Notice kind="info" title={t('transfers.refile.title')}>
          {t('transfers.refile.text')}
        </Notice>
      </Show>
      <Show when={props.state() === 'failed'}>
        <Notice kind="warn" live="polite" title={t('transfers.draft.failed')}>
          {t('transfers.draft.failedText')}
        </Notice>
      </Show>
      <Show when={props.stopped}>
        <Notice kind="stop" live="assertive" title={t('transfers.failed.title')}>
          {props.stopped}
        </Notice>
      </Show>
    </>
  )
}
