import { createResource, createSignal, Match, Switch } from 'solid-js'

import type { LegalHold } from '#shared/wire/holds.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { EndDialog } from '#web/pieces/access/end-dialog.tsx'
import { HoldDialog } from '#web/pieces/access/hold-dialog.tsx'
import { codeOf, HoldsTable } from '#web/pieces/access/holds-table.tsx'
import { now } from '#web/state/now.ts'
import { layHold, liftHold, loadHolds } from '#web/state/operator-settings.ts'

/** What is kept for the law: which requests, by whom, why; to hold one more, or let one go. */
export function HoldList() {
  const [found, { refetch }] = createResource(loadHolds)
  const [laying, setLaying] = createSignal(false)
  const [lifting, setLifting] = createSignal<LegalHold>()
  const known = () => {
    const came = found()
    return came && 'ok' in came ? came.ok : undefined
  }
  const lay = async (code: string, reason: string) => {
    const came = await layHold(code, reason)
    if ('ok' in came) {
      setLaying(false)
      void refetch()
      announce(t('settings.holds.laid', { count: came.ok.laid }), 'polite')
    }
    return came
  }
  const lift = async ({ transfer }: LegalHold) => {
    const came = await liftHold(transfer)
    if ('ok' in came) {
      setLifting(undefined)
      void refetch()
      announce(t('settings.holds.lifted'), 'polite')
    }
    return came
  }
  return (
    <>
      <PageHead
        title={t('settings.holds.title')}
        side={
          <Button variant="primary" icon="plus" onClick={() => setLaying(true)}>
            {t('settings.holds.new')}
          </Button>
        }
      />
      <AdminTabs current="holds" all />
      <p class="people__lead">{t('settings.holds.text')}</p>
      <Switch fallback={<Loading />}>
        <Match when={known()?.length === 0}>
          <Empty kind="nothing" title={t('settings.holds.none')} />
        </Match>
        <Match when={known()}>{(rows) => <HoldsTable rows={rows()} now={now()} onOpen={setLifting} />}</Match>
        <Match when={!found.loading && found() !== undefined}>
          <Empty
            kind="failed"
            title={t('settings.holds.failed')}
            action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          />
        </Match>
      </Switch>
      <HoldDialog open={laying()} onClose={() => setLaying(false)} onSave={lay} />
      <EndDialog
        of={lifting()}
        title={(hold) => t('settings.holds.liftTitle', { code: codeOf(hold) })}
        text={t('settings.holds.liftText')}
        act={t('settings.holds.lift')}
        onClose={() => setLifting(undefined)}
        onEnd={lift}
      />
    </>
  )
}
