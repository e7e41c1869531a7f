import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { createRide } from '#web/state/rides.ts'
import { hasRole } from '#web/state/session.ts'

import { keepLast } from './keep-last.ts'
import { CrewRide } from './ride/crew-ride.tsx'

import './my-ride.css'

/** One ride by its address: the crew's next one, or one a desk looks at. */
export default function RideScreen() {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <RideById id={id} />}
    </Show>
  )
}

function RideById(props: { id: string }) {
  const ride = keepLast(createRide(() => props.id))
  const home = () => (hasRole('crew') ? '/rit' : '/vervoer')
  return (
    <Switch fallback={<Loading rows={6} />}>
      <Match when={ride() === null}>
        <Empty
          kind="nothing"
          title={t('rides.gone')}
          action={<LinkButton href={home()}>{t('common.back')}</LinkButton>}
        >
          {t('rides.goneText')}
        </Empty>
      </Match>
      <Match when={ride()}>
        {(row) => (
          <CrewRide ride={row()}>
            <p class="my-ride__back">
              <LinkButton variant="quiet" icon="chevron-left" href={home()}>
                {t(hasRole('crew') ? 'rides.toMyRides' : 'transport.toBoard')}
              </LinkButton>
            </p>
          </CrewRide>
        )}
      </Match>
    </Switch>
  )
}
