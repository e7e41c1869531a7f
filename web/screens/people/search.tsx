import {
  type Accessor,
  createEffect,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import type { Came } from '#web/state/access.ts'

const SETTLE_MS = 250

export type Search<P> = ReturnType<typeof createSearch<P>>

/** What is found by a few words: a new word begins anew, a late answer to an old one counts for nothing. */
export function createSearch<P>(
  ask: (words: string, after: string) => Promise<Came<P>>,
  joined: (known: P, more: P) => P = (_, more) => more,
) {
  const [words, setWords] = createSignal('')
  const [found, setFound] = createSignal<P>()
  const [failed, setFailed] = createSignal(false)
  let asked = 0
  const load = async (after: string) => {
    asked += 1
    const mine = asked
    const came = await ask(words(), after)
    if (mine !== asked) return
    setFailed(!('ok' in came))
    if (!('ok' in came)) return
    const known = found()
    setFound(() => (after === '' || known === undefined ? came.ok : joined(known, came.ok)))
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
    found,
    failed,
    refresh: () => void load(''),
    more: (after: string) => void load(after),
  }
}

type Said = { title: string; text?: string }
type Props<P> = {
  search: Search<P>
  hint: string
  failed: Said
  nothing: Said
  isNothing: (found: P) => boolean
  children: (found: Accessor<P>) => JSX.Element
}

/** The field to search with, and what came: loading, not loaded, nothing, or the list. */
export function SearchedList<P extends object>(props: Props<P>) {
  return (
    <>
      <div class="people__search">
        <TextField
          label={t('session.people.search')}
          hint={props.hint}
          type="search"
          value={props.search.words()}
          onChange={props.search.setWords}
        />
      </div>
      <Switch fallback={<Loading rows={8} />}>
        <Match when={props.search.failed()}>
          <Empty
            kind="failed"
            title={props.failed.title}
            action={<Button onClick={props.search.refresh}>{t('common.retry')}</Button>}
          >
            {props.failed.text}
          </Empty>
        </Match>
        <Match when={props.search.found()}>
          {(found) => (
            <Show
              when={!props.isNothing(found())}
              fallback={
                <Empty kind="nothing" title={props.nothing.title}>
                  {props.nothing.text}
                </Empty>
              }
            >
              {props.children(found)}
            </Show>
          )}
        </Match>
      </Switch>
    </>
  )
}
