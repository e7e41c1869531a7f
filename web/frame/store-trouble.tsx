import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Facts } from '#web/parts/facts.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { now } from '#web/state/now.ts'
import { rebuildStore, type Rescued, rescued } from '#web/state/store-trouble.ts'

import { factsOf } from './rescued-words.ts'

import './store-trouble.css'

/** This device cannot keep or read what the app stores: what was not sent yet, and the way on. */
export function StoreTrouble(props: { kind: 'full' | 'unreadable' }) {
  return (
    <Show
      when={props.kind === 'unreadable'}
      fallback={
        <Notice kind="warn" live="assertive" title={t('app.store.full')}>
          {t('app.store.fullText')}
        </Notice>
      }
    >
      <Notice kind="stop" live="assertive" title={t('app.store.unreadable')}>
        {t('app.store.unreadableText')}
      </Notice>
      <Unsent />
    </Show>
  )
}

function Unsent() {
  const [found] = createResource(rescued)
  const [held, setHeld] = createSignal(false)
  const build = () => {
    rebuildStore().catch(() => setHeld(true))
  }
  return (
    <section class="store-trouble" aria-label={t('app.store.unsent')}>
      <h2>{t('app.store.unsent')}</h2>
      <Switch fallback={<Loading />}>
        <Match when={found()?.readable === false}>
          <p>{t('app.store.unknown')}</p>
        </Match>
        <Match when={found()?.mine.length === 0}>
          <p>{t('app.store.nothing')}</p>
        </Match>
        <Match when={found()}>
          {(rescue) => (
            <>
              <ul class="store-trouble__list">
                <For each={rescue().mine}>{(act) => <Act act={act} />}</For>
              </ul>
              <Button onClick={() => copy(rescue().mine)}>{t('app.store.copy')}</Button>
            </>
          )}
        </Match>
      </Switch>
      <Show when={found()?.others}>{(count) => <p>{t('app.store.others', { count: count() })}</p>}</Show>
      <Show when={found()}>
        <Button variant="primary" onClick={build}>
          {t('app.store.rebuild')}
        </Button>
      </Show>
      <Show when={held()}>
        <p role="alert">{t('app.store.held')}</p>
      </Show>
    </section>
  )
}

function Act(props: { act: Rescued }) {
  return (
    <li class="store-trouble__act">
      <strong>{actName(props.act.name)}</strong>
      <span class="store-trouble__when">{moment(props.act.createdAt, now())}</span>
      <Show when={props.act.payload} fallback={<p>{t('app.store.sealed')}</p>}>
        {(payload) => <Facts facts={factsOf(payload(), now())} />}
      </Show>
    </li>
  )
}

const linesOf = ({ payload }: Rescued): string[] =>
  factsOf(payload ?? {}, now()).map((fact) => `${fact.term}: ${fact.value}`)

function copy(acts: readonly Rescued[]): void {
  const text = acts
    .map((act) => [`${actName(act.name)} · ${moment(act.createdAt, now())}`, ...linesOf(act)].join('\n'))
    .join('\n\n')
  navigator.clipboard
    .writeText(text)
    .then(() => announce(t('app.store.copied')))
    .catch((reason: unknown) => console.info('not copied', reason))
}
