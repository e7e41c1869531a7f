import { createSignal, Match, Show, Switch } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'
import { MINUTE_KINDS, type NumberName } from '#shared/settings/setting.ts'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { me, session } from '#web/state/session.ts'

import { keepLast } from '#web/screens/keep-last.ts'
import { NumberDialog } from './number-dialog.tsx'
import { OxygenDecision } from './oxygen.tsx'
import { MinutesTable, OwnTable } from './setting-tables.tsx'

import './settings.css'

/** What the operator set, what holds until somebody does, and every decision behind it. */
export function Settings() {
  const settings = keepLast(createRegister('setting'))
  const [opened, setOpened] = createSignal<NumberName>()
  const mayDecide = () => administers(me()) === null
  const isUnknown = () => syncedAt() === null && settings()?.length === 0
  return (
    <>
      <PageHead title={t('settings.title')} />
      <AdminTabs current="settings" all={mayDecide()} demo={session()?.demo === true} />
      <p class="settings__lead">{t('settings.lead')}</p>
      <Show when={!mayDecide()}>
        <p class="settings__lead">{t('settings.onlyAll')}</p>
      </Show>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={isUnknown() && connection() === 'offline'}>
          <Empty
            kind="failed"
            title={t('settings.failed')}
            action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
          >
            {t('settings.failedText')}
          </Empty>
        </Match>
        <Match when={!isUnknown() && settings()}>
          {(rows) => (
            <>
              <OxygenDecision settings={rows()} mayDecide={mayDecide()} />
              <OwnTable settings={rows()} onOpen={setOpened} />
              {([...MINUTE_KINDS, 'help'] as const).map((of) => (
                <MinutesTable of={of} settings={rows()} onOpen={setOpened} />
              ))}
              <NumberDialog
                name={opened()}
                settings={rows()}
                mayDecide={mayDecide()}
                onClose={() => setOpened(undefined)}
              />
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}
