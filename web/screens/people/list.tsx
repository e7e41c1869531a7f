import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'
import type { AdminPerson } from '#shared/wire/accounts.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { PeopleTable } from '#web/pieces/access/people-table.tsx'
import { listPeople } from '#web/state/admin.ts'
import { me } from '#web/state/session.ts'

import { InvitePerson } from './invite-person.tsx'

const SETTLE_MS = 250

/** The administrator's people: to find, to open, to invite. */
export function PeopleList() {
  const go = useNavigate()
  const list = createList()
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
      <Show when={administers(me()) === null}>
        <AdminTabs current="people" />
      </Show>
      <InvitePerson open={inviting()} onClose={() => setInviting(false)} onInvited={list.refresh} />
      <div class="people__search">
        <TextField
          label={t('session.people.search')}
          hint={t('session.people.searchHint')}
          type="search"
          value={list.words()}
          onChange={list.setWords}
        />
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={list.failed()}>
          <Empty
            kind="failed"
            title={t('session.people.failed')}
            action={<Button onClick={list.refresh}>{t('common.retry')}</Button>}
          >
            {t('session.people.failedText')}
          </Empty>
        </Match>
        <Match when={list.people()?.length === 0}>
          <Empty kind="nothing" title={t('session.people.nobody')}>
            {t('session.people.nobodyText')}
          </Empty>
        </Match>
        <Match when={list.people()}>
          {(people) => <PeopleTable people={people()} onOpen={({ id }) => go(`/mensen/${id}`)} />}
        </Match>
      </Switch>
      <Show when={list.next() !== null && !list.failed()}>
        <Button onClick={list.more}>{t('session.people.more')}</Button>
      </Show>
    </>
  )
}

/** Pages of a search: a new word begins anew, a late answer to an old one counts for nothing. */
function createList() {
  const [words, setWords] = createSignal('')
  const [people, setPeople] = createSignal<readonly AdminPerson[]>()
  const [next, setNext] = createSignal<string | null>(null)
  const [failed, setFailed] = createSignal(false)
  let asked = 0
  const load = async (after: string) => {
    asked += 1
    const mine = asked
    const came = await listPeople(words(), after)
    if (mine !== asked) return
    setFailed(!('ok' in came))
    if (!('ok' in came)) return
    setPeople((known) => (after === '' ? came.ok.people : [...(known ?? []), ...came.ok.people]))
    setNext(came.ok.next)
  }
  createEffect(
    on(words, (_, before) => {
      const timer = setTimeout(() => void load(''), before === undefined ? 0 : SETTLE_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return {
    words,
    setWords,
    people,
    next,
    failed,
    refresh: () => void load(''),
    more: () => void load(next() ?? ''),
  }
}
