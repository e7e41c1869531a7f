import { useLocation, useParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'

import { administers } from '#shared/access/may-administer.ts'

import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { AdminTabs } from '#web/pieces/access/admin-tabs.tsx'
import { NotInDemo } from '#web/pieces/access/not-in-demo.tsx'
import { me, session } from '#web/state/session.ts'

import { FeedList } from './people/feeds.tsx'
import { HoldList } from './people/holds.tsx'
import { PeopleImport } from './people/import.tsx'
import { PeopleList } from './people/list.tsx'
import { OrganisationList } from './people/organisations.tsx'
import { PersonDetail } from './people/person.tsx'
import { ProviderList } from './people/providers.tsx'
import { Settings } from './people/settings.tsx'

import './people.css'

type Page = (props: object) => JSX.Element

/** Beside the people themselves; a person's id is no such word. */
const PAGES: Readonly<Record<string, Page>> = {
  organisaties: OrganisationList,
  bestand: PeopleImport,
  aanmelden: ProviderList,
  bewaren: HoldList,
  koppelingen: FeedList,
}
/** At a hospital an administrator has its own people and lines. */
const OWN = ['organisaties']
const pageOf = (id = ''): Page | undefined =>
  (administers(me()) === null || OWN.includes(id)) && Object.hasOwn(PAGES, id) ? PAGES[id] : undefined

/** Whom an administrator lets in: all of them, or the one in the address. */
export default function People() {
  const params = useParams<{ id?: string }>()
  const location = useLocation()
  return (
    <Show when={location.pathname !== '/instellingen'} fallback={<Settings />}>
      <Show
        when={session()?.demo !== true || pageOf(params.id) === FeedList}
        fallback={
          <>
            <PageHead title={t('session.people.title')} />
            <AdminTabs current="people" all demo />
            <NotInDemo />
          </>
        }
      >
        <Switch fallback={<PeopleList />}>
          <Match when={pageOf(params.id)} keyed>
            {(page) => page({})}
          </Match>
          <Match when={params.id}>{(id) => <PersonDetail id={id()} />}</Match>
        </Switch>
      </Show>
    </Show>
  )
}
