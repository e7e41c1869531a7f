import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Match, Show, Switch } from 'solid-js'

import type { DemoPerson } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { groupPeople, matchesWords } from '#web/pieces/people-groups.ts'
import { leadsSomewhere } from '#web/routes.ts'
import { recentPeople, rememberPerson } from '#web/state/recent-people.ts'
import { demoPeople, myRoles, session, signIn } from '#web/state/session.ts'

import { NoAnswer } from './no-answer.tsx'

/** Demo: one tap on a function at a place signs in. */
export function DemoPeople() {
  const go = useNavigate()
  const [params] = useSearchParams<{ naar?: string }>()
  const [people, { refetch }] = createResource(demoPeople)
  const [busy, setBusy] = createSignal<string>()
  const [trouble, setTrouble] = createSignal<'unknown' | 'failed'>()

  const enter = async (person: string, label: string) => {
    if (busy() !== undefined) return
    setBusy(person)
    setTrouble(undefined)
    const answer = await signIn(person)
    setBusy(undefined)
    if ('ok' in answer) {
      rememberPerson({ person, label: answer.ok.label || label })
      const back = params.naar ?? '/'
      go(back.startsWith('/') && leadsSomewhere(back, myRoles()) ? back : '/', { replace: true })
      return
    }
    setTrouble('refused' in answer ? 'unknown' : 'failed')
  }
  const found = () => {
    const answer = people()
    return answer && 'ok' in answer ? answer.ok : undefined
  }
  return (
    <div class="sign-in">
      <p class="sign-in__demo">{t('app.demo')}</p>
      <h1>{t('app.signIn.title')}</h1>
      <p>{t('app.signIn.demo')}</p>
      <Show when={trouble()}>
        {(kind) => (
          <Notice kind="stop" title={t('app.signIn.failed')} live="assertive">
            {t(kind() === 'unknown' ? 'app.signIn.unknown' : 'app.signIn.failedText')}
          </Notice>
        )}
      </Show>
      <Recent busy={busy()} enter={enter} />
      <Switch fallback={<Loading />}>
        <Match when={found()}>{(list) => <Found people={list()} busy={busy()} enter={enter} />}</Match>
        <Match when={!people.loading && people() !== undefined}>
          <NoAnswer onRetry={() => void refetch()} />
        </Match>
      </Switch>
    </div>
  )
}

type Entering = { busy: string | undefined; enter: (person: string, label: string) => void }

function Recent(props: Entering) {
  return (
    <Show when={recentPeople().length > 0}>
      <section class="sign-in__recent" aria-label={t('app.signIn.recent')}>
        <h2>{t('app.signIn.recent')}</h2>
        <div class="sign-in__buttons">
          <For each={recentPeople()}>
            {(one) => (
              <Button
                variant={one.person === session()?.person ? 'primary' : 'secondary'}
                busy={props.busy === one.person}
                onClick={() => props.enter(one.person, one.label)}
              >
                {one.label}
              </Button>
            )}
          </For>
        </div>
      </section>
    </Show>
  )
}

function Found(props: Entering & { people: DemoPerson[] }) {
  const [words, setWords] = createSignal('')
  const matching = createMemo(() => props.people.filter((person) => matchesWords(person, words())))
  const groups = createMemo(() => groupPeople(matching()))
  return (
    <>
      <TextField
        label={t('app.signIn.search')}
        hint={t('app.signIn.searchHint')}
        type="search"
        value={words()}
        onChange={setWords}
      />
      <p class="sign-in__count" role="status">
        <Show when={words().trim() !== ''}>
          {matching().length === 0
            ? t('app.signIn.nobody')
            : t('app.signIn.found', { count: matching().length })}
        </Show>
      </p>
      <div>
        <For each={groups()}>
          {(group) => (
            <Disclosure
              label={group.name}
              note={String(group.size)}
              open={words().trim() !== '' && groups().length < 4}
            >
              <For each={group.places}>
                {(place) => (
                  <div class="sign-in__place">
                    <h3>{place.name}</h3>
                    <div class="sign-in__buttons">
                      <For each={place.people}>
                        {(person) => (
                          <Button
                            busy={props.busy === person.person}
                            label={person.label}
                            onClick={() => props.enter(person.person, person.label)}
                          >
                            {roleOf(person)}
                          </Button>
                        )}
                      </For>
                    </div>
                  </div>
                )}
              </For>
            </Disclosure>
          )}
        </For>
      </div>
    </>
  )
}

/** The function without its place: the heading says the place. */
const roleOf = ({ label, place }: DemoPerson): string => label.replace(`, ${place}`, '')
