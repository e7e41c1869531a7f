import { type Accessor, createSignal, type JSX, Match, onCleanup, Switch } from 'solid-js'

import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { t } from '#web/i18n/t.ts'

type Props<Row> = {
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
  /** These lists have once been the server's on this device. */
  synced: boolean
  connection: 'live' | 'connecting' | 'offline'
  failedTitle: string
  failedText: string
  /** What stands here when there is really nothing. */
  empty: JSX.Element
  onRetry: () => void
  children: (rows: Accessor<readonly Row[]>) => JSX.Element
}

const PATIENCE_MS = 8_000

/** A list, or why there is none: never an empty board for lack of a connection. */
export function LoadedRows<Row>(props: Props<Row>) {
  /** Trying for so long that nothing is known: a sign-in page of a wifi answers, or nobody. */
  const [tired, setTired] = createSignal(false)
  const timer = setTimeout(() => setTired(true), PATIENCE_MS)
  onCleanup(() => clearTimeout(timer))
  const some = () => (props.rows?.length ? props.rows : undefined)
  return (
    <Switch fallback={<Loading />}>
      <Match when={some()}>{(rows) => props.children(rows)}</Match>
      <Match when={props.rows !== undefined && props.synced}>{props.empty}</Match>
      <Match when={props.connection === 'offline' || (tired() && props.connection === 'connecting')}>
        <Empty
          kind="failed"
          title={props.failedTitle}
          action={<Button onClick={props.onRetry}>{t('common.retry')}</Button>}
        >
          <p>{props.failedText}</p>
        </Empty>
      </Match>
    </Switch>
  )
}
