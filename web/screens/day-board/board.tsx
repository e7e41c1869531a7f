import { useSearchParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { dayFrom } from '#web/pieces/day-board/board-time.ts'
import { createDayBoard } from '#web/state/day-board.ts'
import { now } from '#web/state/now.ts'
import { hasRole } from '#web/state/session.ts'

import { Day } from './day.tsx'

import './board.css'

type Query = { dag?: string; wagens?: string }

/** The day's vehicles and rides: what drives when, what waits, and where it fits. */
export default function DayBoard() {
  const [params] = useSearchParams<Query>()
  const isTomorrow = () => params.dag === 'morgen'
  const scope = () => (params.wagens === 'landelijk' || !hasRole('transport-desk') ? 'nation' : 'own')
  const day = createMemo(() => dayFrom(now(), isTomorrow() ? 1 : 0))
  const board = createDayBoard(day, scope)
  const hrefOf = (dag: boolean, land: boolean) =>
    `/ritten?${new URLSearchParams({ ...(dag ? { dag: 'morgen' } : {}), ...(land ? { wagens: 'landelijk' } : {}) })}`
  return (
    <>
      <PageHead
        title={t('dayBoard.title')}
        {...(hasRole('transport-desk') ? { back: { href: '/vervoer', label: t('transport.title') } } : {})}
      />
      <div class="day-board__tabs">
        <Tabs
          label={t('dayBoard.day')}
          tabs={[false, true].map((later) => ({
            href: hrefOf(later, scope() === 'nation'),
            label: t(later ? 'dayBoard.tomorrow' : 'dayBoard.today'),
            current: later === isTomorrow(),
          }))}
        />
        <Show when={hasRole('transport-desk')}>
          <Tabs
            label={t('dayBoard.scope')}
            tabs={(['own', 'nation'] as const).map((one) => ({
              href: hrefOf(isTomorrow(), one === 'nation'),
              label: t(`dayBoard.scope.${one}`),
              current: one === scope(),
            }))}
          />
        </Show>
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={board.data()}>{(found) => <Day board={found()} isTomorrow={isTomorrow()} />}</Match>
        <Match when={board.error()}>
          <Empty
            kind="failed"
            title={t('dayBoard.notLoaded')}
            action={<Button onClick={board.refresh}>{t('common.retry')}</Button>}
          >
            {t('dayBoard.notLoadedText')}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}
