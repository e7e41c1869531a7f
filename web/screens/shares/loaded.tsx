import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'

type Props<T> = { opened: Opened<T>; children: (view: Accessor<T>) => JSX.Element }

/** Figures once they are there: never an empty board for lack of an answer, and old ones say so. */
export function Loaded<T extends { at: string }>(props: Props<T>) {
  const retry = () => <Button onClick={() => props.opened.refresh()}>{t('common.retry')}</Button>
  return (
    <Switch fallback={<Loading rows={8} />}>
      <Match when={props.opened.data()}>
        {(view) => (
          <>
            <Show when={props.opened.error()}>
              <Notice
                kind="warn"
                live="polite"
                title={t('shares.asOf', { time: moment(view().at, now()) })}
                action={retry()}
              />
            </Show>
            {props.children(view)}
          </>
        )}
      </Match>
      <Match when={props.opened.error()}>
        <Empty kind="failed" title={t('shares.notLoaded')} action={retry()}>
          <p>{t('shares.notLoadedText')}</p>
        </Empty>
      </Match>
    </Switch>
  )
}
