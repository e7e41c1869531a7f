import { createResource, createSignal, Match, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { CameTrouble, type Trouble } from '#web/pieces/access/came-trouble.tsx'
import type { Came } from '#web/state/access.ts'
import { loadPerson } from '#web/state/admin.ts'

import { PersonActs } from './person-acts.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonRoles } from './person-roles.tsx'

export type Act = <T>(key: string, work: () => Promise<Came<T>>, done: string) => Promise<T | undefined>

/** One person: how they come in, as what, and what an admin may do about it. */
export function PersonDetail(props: { id: string }) {
  const [found, { refetch }] = createResource(() => props.id, loadPerson)
  const [busy, setBusy] = createSignal<string>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  const act: Act = async (key, work, done) => {
    if (busy() !== undefined) return undefined
    setBusy(key)
    setTrouble(undefined)
    const came = await work()
    setBusy(undefined)
    if (!('ok' in came)) {
      setTrouble(came)
      return undefined
    }
    announce(done, 'polite')
    void refetch()
    return came.ok
  }
  const person = () => {
    const came = found.latest
    return came && 'ok' in came ? came.ok : undefined
  }
  const isAbsent = () => {
    const came = found.latest
    return came !== undefined && 'refused' in came
  }
  const title = () => person()?.label ?? t('session.person.title')
  return (
    <>
      <PageHead title={title()} back={{ href: '/mensen', label: t('session.person.back') }} />
      <CameTrouble trouble={trouble()} />
      <Switch fallback={<Loading rows={6} />}>
        <Match when={person()}>
          {(known) => (
            <>
              <PersonFacts person={known()} />
              <PersonRoles person={known()} act={act} busy={busy()} />
              <PersonActs person={known()} act={act} busy={busy()} />
            </>
          )}
        </Match>
        <Match when={isAbsent()}>
          <Empty kind="nothing" title={t('session.person.notThere')}>
            {t('session.person.notThereText')}
          </Empty>
        </Match>
        <Match when={!found.loading}>
          <Empty
            kind="failed"
            title={t('session.people.failed')}
            action={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          >
            {t('session.people.failedText')}
          </Empty>
        </Match>
      </Switch>
    </>
  )
}
