import { createSignal, Show } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'
import type { OrgRole } from '#shared/wire/organisations.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { LineDialog } from '#web/pieces/access/line-dialog.tsx'
import { OrganisationsTable } from '#web/pieces/access/organisations-table.tsx'
import { UraDialog } from '#web/pieces/access/ura-dialog.tsx'
import { enterUra, loadOrganisations, setPhoneLine } from '#web/state/admin.ts'
import { me } from '#web/state/session.ts'

import { createSearch, SearchedList } from './search.tsx'

/** Each role at each organisation: how many hold it, and its phone line; the URA number of each organisation. */
export function OrganisationList() {
  const list = createSearch(loadOrganisations)
  const [opened, setOpened] = createSignal<OrgRole>()
  const [numbered, setNumbered] = createSignal<OrgRole>()
  const isAll = () => administers(me()) === null
  const saveUra = async (row: OrgRole, ura: string | null) => {
    const came = await enterUra(row.org, ura)
    if ('ok' in came) {
      setNumbered(undefined)
      list.refresh()
      announce(t('admin.ura.saved'), 'polite')
    }
    return came
  }
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
      <AdminTabs current="organisations" all={isAll()} />
      <SearchedList
        search={list}
        hint={t('admin.lines.searchHint')}
        failed={{ title: t('admin.lines.failed') }}
        nothing={{ title: t('admin.lines.nothing') }}
        isNothing={({ rows }) => rows.length === 0}
      >
        {(found) => (
          <>
            <OrganisationsTable
              rows={found().rows}
              onOpen={setOpened}
              onUra={isAll() ? setNumbered : undefined}
            />
            <Show when={found().more > 0}>
              <p class="people__lead">{t('admin.lines.more', { count: found().more })}</p>
            </Show>
          </>
        )}
      </SearchedList>
      <LineDialog row={opened()} onClose={() => setOpened(undefined)} onSave={save} />
      <UraDialog org={numbered()} onClose={() => setNumbered(undefined)} onSave={saveUra} />
    </>
  )
}
