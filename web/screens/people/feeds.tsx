import { createResource, createSignal, Match, Switch } from 'solid-js'

import type { Feed } from '#shared/wire/capacity-feed.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { EndDialog } from '#web/pieces/access/end-dialog.tsx'
import { FeedDialog } from '#web/pieces/access/feed-dialog.tsx'
import { FeedsTable } from '#web/pieces/access/feeds-table.tsx'
import { endFeed, loadFeeds, makeFeed } from '#web/state/admin.ts'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'

/** The sources that send bed figures by themselves: to make one, or to end one. */
export function FeedList() {
  const [found, { refetch }] = createResource(loadFeeds)
  const [making, setMaking] = createSignal(false)
  const [ending, setEnding] = createSignal<Feed>()
  const known = () => {
    const came = found.latest
    return came && 'ok' in came ? came.ok.feeds : undefined
  }
  const make = async (name: string, scope: string) => {
    const came = await makeFeed(name, scope)
    if ('ok' in came) void refetch()
    return came
  }
  const end = async ({ id }: Feed) => {
    const came = await endFeed(id)
    if ('ok' in came) {
      setEnding(undefined)
      void refetch()
      announce(t('admin.feeds.ended'), 'polite')
    }
    return came
  }
  return (
    <>
      <PageHead
        title={t('admin.feeds.title')}
        side={
          <Button variant="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('admin.feeds.new')}
          </Button>
        }
      />
      <AdminTabs current="feeds" all demo={session()?.demo === true} />
      <p class="people__lead">{t('admin.feeds.text')}</p>
      <Switch fallback={<Loading />}>
        <Match when={known()?.length === 0}>
          <Empty kind="nothing" title={t('admin.feeds.none')}>
            {t('admin.feeds.noneText')}
          </Empty>
        </Match>
        <Match when={known()}>{(rows) => <FeedsTable rows={rows()} now={now()} onEnd={setEnding} />}</Match>
        <Match when={!found.loading && found.latest !== undefined}>
          <Empty
            kind="failed"
            title={t('admin.feeds.failed')}
            action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          />
        </Match>
      </Switch>
      <FeedDialog open={making()} onClose={() => setMaking(false)} onMake={make} />
      <EndDialog
        of={ending()}
        title={({ name }) => t('admin.feeds.endTitle', { name })}
        text={t('admin.feeds.endText')}
        act={t('admin.feeds.end')}
        onClose={() => setEnding(undefined)}
        onEnd={end}
      />
    </>
  )
}
