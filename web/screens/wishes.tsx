import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'

import type { Bed } from '#shared/terms.ts'
import { seenBy } from '#shared/wishes/progress.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { term } from '#web/pieces/term.ts'
import { WishTable } from '#web/pieces/wishes/wish-table.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import { createWishes } from './wishes/create-wishes.ts'
import { NamePatients } from './wishes/name-patients.tsx'
import { PublishForm } from './wishes/publish-form.tsx'
import { TheMap } from './wishes/the-map.tsx'
import { VersionLine } from './wishes/version-line.tsx'
import { WishTotals } from './wishes/wish-totals.tsx'

import './wishes.css'

type Query = { bed: string; beeld: string }

/** PECC: what the LCPS wants moved today between regions, and what has become of it. */
export default function WishesScreen() {
  const [params] = useSearchParams<Query>()
  const bed = (): Bed => (params.bed === 'ward' ? 'ward' : 'ic')
  const view = () => (params.beeld === 'kaart' ? 'map' : 'table')
  const hrefTo = (level: Bed, shown: 'map' | 'table') =>
    `/pecc?bed=${level}${shown === 'map' ? '&beeld=kaart' : ''}`
  const wishes = createWishes(bed)
  const seen = createMemo(() => {
    const progress = wishes.progress()
    return progress && seenBy(progress, { nation: hasRole('lcps'), regions: myOrgs('rcps') })
  })
  const [making, setMaking] = createSignal(false)
  const mayMake = () => hasRole('lcps') && !making()
  const isUnknown = () => (wishes.versions() ?? []).length === 0 && syncedAt() === null
  return (
    <>
      <PageHead
        title={t('wishes.title')}
        side={
          <Show when={mayMake()}>
            <Button variant={wishes.wish() ? 'secondary' : 'primary'} onClick={() => setMaking(true)}>
              {t(wishes.wish() ? 'wishes.revise' : 'wishes.make')}
            </Button>
          </Show>
        }
      />
      <LevelTabs level={bed()} hrefOf={(level) => hrefTo(level, view())} />
      <Show when={making()}>
        <PublishForm bed={bed()} wishes={wishes} onDone={() => setMaking(false)} />
      </Show>
      <Switch fallback={<Loading rows={6} />}>
        <Match when={isUnknown() && connection() === 'offline'}>
          <Empty
            kind="failed"
            title={t('wishes.failed')}
            action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
          >
            <p>{t('wishes.failedText')}</p>
          </Empty>
        </Match>
        <Match when={!isUnknown() && seen()}>
          {(progress) => (
            <>
              <VersionLine versions={wishes.versions() ?? []} />
              <div class="wishes__views">
                <Tabs
                  label={t('wishes.views')}
                  tabs={(['table', 'map'] as const).map((one) => ({
                    href: hrefTo(bed(), one),
                    label: t(`wishes.view.${one}`),
                    current: one === view(),
                  }))}
                />
              </div>
              <div class="wishes" data-view={view()}>
                <div class="wishes__table">
                  <Show when={progress().pairs.length > 0} fallback={<Nothing />}>
                    <WishTotals total={progress().total} />
                    <WishTable
                      progress={progress()}
                      caption={t('wishes.caption', { bed: term('bed', bed()) })}
                    />
                    <Show when={!hasRole('lcps')}>
                      <p class="wish-hint">{t('wishes.unknown.why')}</p>
                    </Show>
                    <p class="wish-hint">{t('wishes.plan')}</p>
                  </Show>
                  <Show when={hasRole('rcps')}>
                    <NamePatients bed={bed()} wishes={wishes} />
                  </Show>
                </div>
                <div class="wishes__map">
                  <TheMap bed={bed()} progress={progress()} />
                </div>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}

const Nothing = () => (
  <Empty kind="nothing" title={t('wishes.none')}>
    <p>{t('wishes.none.text', { time: moment(syncedAt() ?? now(), now()) })}</p>
  </Empty>
)
