import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import type { TransportView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { AmbulancePlusNotice } from '#web/pieces/transfers/ambulance-plus-notice.tsx'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'
import type { Opened } from '#web/state/opened.ts'

type Props = {
  opened: Opened<TransportView>
  clinical: Clinical | null
  children: (view: Accessor<TransportView>) => JSX.Element
}

/** The vehicles that may, once they are loaded: never an empty list for lack of an answer, and old ones say so. */
export function TransportLoaded(props: Props) {
  return (
    <Switch fallback={<Loading rows={5} />}>
      <Match when={props.opened.data()}>
        {(view) => (
          <>
            <Show when={props.opened.error() && props.opened.fetchedAt()}>
              {(at) => (
                <Notice kind="warn" live="polite" title={t('transport.stale', { time: moment(at(), now()) })}>
                  {t('transport.staleText')}
                </Notice>
              )}
            </Show>
            <Show when={props.clinical?.support === 'hfno' && !view().allowed.includes('ambulance-plus')}>
              <AmbulancePlusNotice next={view().hfnoNext} now={now()} demo={session()?.demo ?? false} />
            </Show>
            {props.children(view)}
          </>
        )}
      </Match>
      <Match when={props.opened.error()}>
        <Empty
          kind="failed"
          title={t('transport.vehiclesNotLoaded')}
          action={<Button onClick={() => props.opened.refresh()}>{t('common.retry')}</Button>}
        >
          {t('transport.vehiclesNotLoadedText')}
        </Empty>
      </Match>
    </Switch>
  )
}
