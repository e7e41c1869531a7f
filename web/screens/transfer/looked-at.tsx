import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { now } from '#web/state/now.ts'
import { createTransferRecord } from '#web/state/transfer-record.ts'

const ToldRecord = lazy(async () => ({
  default: (await import('#web/pieces/record/told-record.tsx')).ToldRecord,
}))

/** The request's own record, fetched when somebody asks: reading it is written down too. */
export function LookedAt(props: { transfer: Transfer }) {
  const [open, setOpen] = createSignal(false)
  const record = createTransferRecord(() => (open() ? props.transfer.id : null))
  return (
    <div class="transfer-looked-at">
      <Disclosure label={t('record.title')} onToggle={setOpen}>
        <Show when={open()}>
          <Switch fallback={<Loading rows={4} />}>
            <Match when={record.data()}>
              {(view) => (
                <Suspense fallback={<Loading rows={4} />}>
                  <ToldRecord view={view()} now={now()} />
                </Suspense>
              )}
            </Match>
            <Match when={record.error()}>
              <Empty
                kind="failed"
                title={t('record.failed')}
                action={<Button onClick={record.refresh}>{t('common.retry')}</Button>}
              >
                {t('record.failedText')}
              </Empty>
            </Match>
          </Switch>
        </Show>
      </Disclosure>
    </div>
  )
}
