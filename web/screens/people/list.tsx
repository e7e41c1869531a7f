import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { PeopleTable } from '#web/pieces/access/people-table.tsx'
import { listPeople } from '#web/state/admin.ts'
import { me } from '#web/state/session.ts'

import { InvitePerson } from './invite-person.tsx'
import { createSearch, SearchedList } from './search.tsx'

/** The administrator's people: to find, to open, to invite. */
export function PeopleList() {
  const go = useNavigate()
  const list = createSearch(listPeople, (known, page) => ({
    ...page,
    people: [...known.people, ...page.people],
  }))
  const [inviting, setInviting] = createSignal(false)
  return (
    <>
      <PageHead
        title={t('session.people.title')}
        side={
          <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
            {t('session.people.invite')}
          </Button>
        }
      />
      <AdminTabs current="people" all={administers(me()) === null} />
      <InvitePerson open={inviting()} onClose={() => setInviting(false)} onInvited={list.refresh} />
      <SearchedList
        search={list}
        hint={t('session.people.searchHint')}
        failed={{ title: t('session.people.failed'), text: t('session.people.failedText') }}
        nothing={{ title: t('session.people.nobody'), text: t('session.people.nobodyText') }}
        isNothing={({ people }) => people.length === 0}
      >
        {(found) => <PeopleTable people={found().people} onOpen={({ id }) => go(`/mensen/${id}`)} />}
      </SearchedList>
      <Show when={!list.failed() && list.found()?.next}>
        {(next) => <Button onClick={() => list.more(next())}>{t('session.people.more')}</Button>}
      </Show>
    </>
  )
}
