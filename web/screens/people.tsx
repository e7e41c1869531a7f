import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { NotInDemo } from '#web/pieces/access/not-in-demo.tsx'
import { session } from '#web/state/session.ts'

import { PeopleList } from './people/list.tsx'
import { PersonDetail } from './people/person.tsx'

import './people.css'

/** Whom an administrator lets in: all of them, or the one in the address. */
export default function People() {
  const params = useParams<{ id?: string }>()
  return (
    <Show
      when={session()?.demo !== true}
      fallback={
        <>
          <PageHead title={t('session.people.title')} />
          <NotInDemo />
        </>
      }
    >
      <Show when={params.id} fallback={<PeopleList />}>
        {(id) => <PersonDetail id={id()} />}
      </Show>
    </Show>
  )
}
