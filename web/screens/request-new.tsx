import { useSearchParams } from '@solidjs/router'
import {
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  Match,
  on,
  onMount,
  Show,
  Switch,
} from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { age, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { hfnoFromRides } from '#web/pieces/hfno-facts.ts'
import { HfnoNotice } from '#web/pieces/hfno-notice.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { RequestEditor } from '#web/pieces/request-editor.tsx'
import { requestOf } from '#web/pieces/request-faults.ts'
import { emptyForm, type RequestForm } from '#web/pieces/request-form.ts'
import { RequestReceipt, type Sent } from '#web/pieces/request-receipt.tsx'
import { refiled } from '#web/pieces/request-refile.ts'
import { act } from '#web/state/act.ts'
import { createDraft, flushDrafts } from '#web/state/drafts.ts'
import { lastCallback, rememberCallback } from '#web/state/last-callback.ts'
import { now } from '#web/state/now.ts'
import { createPending } from '#web/state/outbox.ts'
import { phaseOf } from '#web/state/phases.ts'
import { createRides } from '#web/state/rides.ts'
import { me } from '#web/state/session.ts'
import { createTransfer, createTransferDetail, createTransport } from '#web/state/transfers.ts'

import './request-new.css'

/** `opnieuw`: one that was refused comes back. `vanaf`: a rejected one is filed again as planned. */
type Search = { opnieuw?: string; vanaf?: string }
type Source = { again?: string | undefined; from?: string | undefined }

const membership = () => me().memberships.find(({ role }) => role === 'intensivist' || role === 'ward-staff')

/** What is sent is kept until the server has it: a refusal brings it back. */
const copyKey = (transfer: string) => `request:${transfer}`

export default function RequestNew() {
  const [search, setSearch] = useSearchParams<Search>()
  const [sent, setSent] = createSignal<{ form: RequestForm; at: string }>()
  const [round, setRound] = createSignal(0)
  const source = createMemo(() => ({ again: search.opnieuw, from: search.vanaf, round: round() }))
  const start = (again: string | undefined) => {
    setSearch({ opnieuw: again, vanaf: undefined })
    setSent(undefined)
    setRound((count) => count + 1)
  }
  return (
    <Show
      when={sent()}
      keyed
      fallback={
        <Show when={source()} keyed>
          {(from) => <Filing {...from} onSent={(form, at) => setSent({ form, at })} />}
        </Show>
      }
    >
      {({ form, at }) => (
        <Receipt form={form} at={at} onNew={() => start(undefined)} onAgain={() => start(form.transfer)} />
      )}
    </Show>
  )
}

const blankForm = (): RequestForm => {
  const as = membership()
  const isIntensivist = as?.role === 'intensivist'
  const role = t(isIntensivist ? 'transfers.callback.intensivist' : 'transfers.callback.ward-staff')
  return emptyForm({
    transfer: crypto.randomUUID(),
    reservation: crypto.randomUUID(),
    bed: isIntensivist ? 'ic' : 'ward',
    callback: lastCallback(as?.org ?? '') ?? { role, phone: '' },
  })
}

/** The form as it stands: a draft that was kept, a refused or rejected request, or a blank one. */
function createForm({ again, from }: Source) {
  const key = again ? copyKey(again) : from ? `refile:${from}` : 'request-new'
  const [draft, keep, clear, state] = createDraft<RequestForm>(key)
  const detail = createTransferDetail(() => from ?? '')
  const blank = blankForm()
  const [restored, setRestored] = createSignal<string>()
  let changed = false
  createEffect(
    on(state, (now) => {
      const kept = draft()
      if (now === 'kept' && kept && kept.changedAt !== null && !changed) setRestored(kept.changedAt)
    }),
  )
  const source = (): RequestForm | undefined => {
    if (from === undefined) return blank
    const found = detail.data()
    return found && (refiled(blank, found) ?? blank)
  }
  const form = createMemo<RequestForm | undefined>(() => {
    const kept = draft()
    if (kept === undefined) return state() === 'loading' ? undefined : source()
    const { transfer, reservation } = blank
    const ids = again === kept.transfer ? { transfer, reservation } : {}
    return { ...blank, ...kept, ...ids }
  })
  const change = (patch: Partial<RequestForm>) => {
    const old = form()
    if (old === undefined) return
    changed = true
    keep({ ...old, ...patch, changedAt: new Date().toISOString() })
  }
  const restart = () => {
    setRestored(undefined)
    clear().catch((fault: unknown) => console.error('draft', fault))
  }
  return { form, change, clear, restart, restored, state, detail }
}

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
      ...(filled.refiledFrom === undefined ? {} : { refiledFrom: filled.refiledFrom }),
    },
    { subject: filled.transfer },
  )
  if (acted.refused) return refusalText(acted.refused)
  return acted.failed && t(`transfers.failed.${acted.failed}`)
}

function Filing(props: Source & { onSent: (form: RequestForm, at: string) => void }) {
  const filing = createForm({ again: props.again, from: props.from })
  const org = membership()?.org ?? ''
  const rides = createRides()
  const [busy, setBusy] = createSignal(false)
  const [stopped, setStopped] = createSignal<string>()

  async function send(): Promise<void> {
    const filled = filing.form()
    if (filled === undefined || busy()) return
    setBusy(true)
    const at = new Date().toISOString()
    const why = await file(filled, at)
    setBusy(false)
    setStopped(why)
    if (why !== undefined) return
    rememberCallback(org, filled.callback)
    await keepCopy(filled)
    await filing.clear()
    announce(t('transfers.receipt.queued'))
    props.onSent(filled, at)
  }

  return (
    <>
      <header class="request-new__head">
        <h1>{t('transfers.ask.title')}</h1>
        <p>{hospitalName(org)}</p>
      </header>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={filing.form()}>
          {(filled) => (
            <RequestEditor
              form={filled()}
              change={filing.change}
              from={org}
              isIntensivist={membership()?.role === 'intensivist'}
              hfno={hfnoFromRides(rides() ?? [], now())}
              phase={phaseOf(hospital(org)?.region ?? '')}
              now={now()}
              busy={busy()}
              onSend={() => void send()}
            >
              <Remarks {...filing} stopped={stopped()} />
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

async function keepCopy(form: RequestForm): Promise<void> {
  await createRoot(async (dispose) => {
    const [, keep] = createDraft<RequestForm>(copyKey(form.transfer))
    keep(form)
    await Promise.resolve()
    await flushDrafts()
    dispose()
  })
}

type ReceiptProps = { form: RequestForm; at: string; onNew: () => void; onAgain: () => void }

function Receipt(props: ReceiptProps) {
  const id = () => props.form.transfer
  const transfer = createTransfer(id)
  const pending = createPending(id)
  const [, , clearCopy] = createDraft<RequestForm>(copyKey(props.form.transfer))
  const entry = () => pending().find(({ name }) => name === 'transfer.submit')
  const isThere = () => entry()?.state === 'received'
  const transport = createTransport(() => (isThere() && props.form.support === 'hfno' ? id() : ''))
  const sent = (): Sent => ({
    state: entry()?.state ?? 'waiting',
    filedAt: props.at,
    receivedAt: entry()?.receivedAt ?? null,
    code: entry()?.receipt?.code ?? transfer()?.code ?? '',
    refusal: entry()?.refusal ?? null,
  })
  const acts = () => {
    const row = transfer()
    return row ? actsNow(row, null) : undefined
  }
  createEffect(
    on(isThere, (there) => {
      if (!there) return
      void clearCopy()
      announce(t('transfers.receipt.isThere'))
    }),
  )
  let head: HTMLHeadingElement | undefined
  onMount(() => {
    window.scrollTo({ top: 0 })
    head?.focus()
  })
  return (
    <>
      <h1 class="request-new__sent" ref={head} tabindex="-1">
        {t(isThere() ? 'transfers.receipt.titleReceived' : 'transfers.receipt.title')}
      </h1>
      <RequestReceipt
        sent={sent()}
        acts={acts()}
        href={`/aanvragen/${id()}`}
        now={now()}
        onNew={props.onNew}
        onAgain={props.onAgain}
      />
      <Show when={transport.data()}>
        {(view) => <HfnoNotice facts={view().hfnoNext ?? 'free'} now={now()} />}
      </Show>
    </>
  )
}
