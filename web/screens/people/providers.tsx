import { createResource, For, Match, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { ProviderFacts } from '#web/pieces/access/provider-facts.tsx'
import { loadProviders } from '#web/state/admin.ts'

/** The providers of this installation, as they are configured. */
export function ProviderList() {
  const [asked, { refetch }] = createResource(loadProviders)
  const providers = () => {
    const came = asked.latest
    return came && 'ok' in came ? came.ok : undefined
  }
  return (
    <>
      <PageHead title={t('admin.providers.title')} />
      <AdminTabs current="providers" all />
      <Switch fallback={<Loading rows={6} />}>
        <Match when={providers()?.length === 0}>
          <Empty kind="nothing" title={t('admin.providers.none')}>
            {t('admin.providers.noneText')}
          </Empty>
        </Match>
        <Match when={providers()}>
          {(known) => (
            <>
              <p class="people__lead">{t('admin.providers.text')}</p>
              <For each={known()}>{(provider) => <ProviderFacts provider={provider} />}</For>
            </>
          )}
        </Match>
        <Match when={asked.latest !== undefined}>
          <Empty
            kind="failed"
            title={t('admin.providers.failed')}
            action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          />
        </Match>
      </Switch>
    </>
  )
}
