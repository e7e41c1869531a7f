import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'

import type { OrgRole, OrgRoles } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { LineDialog } from '#web/pieces/access/line-dialog.tsx'
import { OrganisationsTable } from '#web/pieces/access/organisations-table.tsx'
import { loadOrganisations, setPhoneLine } from '#web/state/admin.ts'

const SETTLE_MS = 250

/** Each role at each organisation: how many hold it, and its phone line. */
export function OrganisationList() {
  const list = createFound()
  const [opened, setOpened] = createSignal<OrgRole>()
  const save = async (row: OrgRole, phone: string | null) => {
    const came = await setPhoneLine(row.org, row.role, phone)
    if ('ok' in came) {
      setOpened(undefined)
      list.refresh()
      announce(t('admin.lines.saved'), 'polite')
    }
    return came
  }
  return (
    <>
      <PageHead title={t('admin.lines.title')} />
      <AdminTabs current="organisations" />
      <div class="people__search">
        <TextField
          label={t('session.people.search')}
          hint={t('admin.lines.searchHint')}
          type="search"
          value={list.words()}
          onChange={list.setWords}
        />
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={list.failed()}>
          <Empty
            kind="failed"
            title={t('admin.lines.failed')}
            action={<Button onClick={list.refresh}>{t('common.retry')}</Button>}
          />
        </Match>
        <Match when={list.found()?.rows.length === 0}>
          <Empty kind="nothing" title={t('admin.lines.nothing')} />
        </Match>
        <Match when={list.found()}>
          {(found) => (
            <>
              <OrganisationsTable rows={found().rows} onOpen={setOpened} />
              <Show when={found().more > 0}>
                <p class="people__lead">{t('admin.lines.more', { count: found().more })}</p>
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <LineDialog row={opened()} onClose={() => setOpened(undefined)} onSave={save} />
    </>
  )
}

/** A late answer to an old search counts for nothing. */
function createFound() {
  const [words, setWords] = createSignal('')
  const [found, setFound] = createSignal<OrgRoles>()
  const [failed, setFailed] = createSignal(false)
  let asked = 0
  const load = async () => {
    asked += 1
    const mine = asked
    const came = await loadOrganisations(words())
    if (mine !== asked) return
    setFailed(!('ok' in came))
    if ('ok' in came) setFound(came.ok)
  }
  createEffect(
    on(words, (_, before) => {
      const timer = setTimeout(() => void load(), before === undefined ? 0 : SETTLE_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return { words, setWords, found, failed, refresh: () => void load() }
}
