import { createEffect, createMemo, createRoot, createSignal, on } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { emptyForm, type RequestForm } from '#web/pieces/request/request-form.ts'
import { refiled, returned } from '#web/pieces/request/request-refile.ts'
import { createDraft, flushDrafts } from '#web/state/drafts.ts'
import { lastCallback } from '#web/state/last-callback.ts'
import { me } from '#web/state/session.ts'
import { createTransfer, createTransferDetail } from '#web/state/transfers.ts'

/** `again`: one that was refused comes back. `from`: a rejected one is filed again as planned.
 * `back`: one that arrived; its patient goes back. */
export type Source = { again?: string | undefined; from?: string | undefined; back?: string | undefined }

export const membership = () =>
  me().memberships.find(({ role }) => role === 'intensivist' || role === 'ward-staff')

/** What is sent is kept until the server has it: a refusal brings it back. */
export const copyKey = (transfer: string) => `request:${transfer}`

const blankForm = (): RequestForm => {
  const as = membership()
  const isIntensivist = as?.role === 'intensivist'
  const role = t(isIntensivist ? 'transfers.callback.intensivist' : 'transfers.callback.ward-staff')
  const { place = '', ...known } = lastCallback(as?.org ?? '') ?? { role, phone: '' }
  return emptyForm({
    transfer: crypto.randomUUID(),
    reservation: crypto.randomUUID(),
    bed: isIntensivist ? 'ic' : 'ward',
    callback: known,
    place,
  })
}

/** The form as it stands: a draft that was kept, a refused or rejected request, or a blank one. */
export function createForm({ again, from, back }: Source) {
  const key = again ? copyKey(again) : from ? `refile:${from}` : back ? `return:${back}` : 'request-new'
  const [draft, keep, clear, state] = createDraft<RequestForm>(key)
  const detail = createTransferDetail(() => from ?? '')
  const arrived = createTransfer(() => back ?? '')
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
    if (back !== undefined) {
      const row = arrived()
      return row === undefined ? undefined : row === null ? blank : returned(blank, row)
    }
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

/** Keeps what was just sent under its own name. */
export async function keepCopy(form: RequestForm): Promise<void> {
  await createRoot(async (dispose) => {
    const [, keep] = createDraft<RequestForm>(copyKey(form.transfer))
    keep(form)
    await Promise.resolve()
    await flushDrafts()
    dispose()
  })
}
