import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { TransportBoard } from '#web/pieces/transport/transport-board.tsx'
import { groupMoves } from '#web/pieces/transport/transport-groups.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createRides } from '#web/state/rides.ts'
import { myOrgs } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

import { HelpAsked } from './help-asked.tsx'

/** The desk's list, alone or beside what is open. */
export function Board(props: { selected?: string | undefined }) {
  const navigate = useNavigate()
  const transfers = createTransfers()
  const rides = createRides()
  const groups = createMemo(() => {
    const rows = transfers()
    const driven = rides()
    return rows && driven && groupMoves(rows, driven, myOrgs('transport-desk'), now())
  })
  const moves = () => {
    const found = groups()
    return found && Object.values(found).flat()
  }
  return (
    <>
      <PageHead
        title={t('transport.title')}
        side={
          <>
            <LinkButton href="/ritten">{t('dayBoard.title')}</LinkButton>{' '}
            <LinkButton href="/vloot">{t('dayBoard.fleet.open')}</LinkButton>
          </>
        }
      />
      <HelpAsked />
      <LoadedRows
        rows={moves()}
        synced={syncedAt() !== null}
        connection={connection()}
        failedTitle={t('transport.notLoaded')}
        failedText={t('transport.notLoadedText')}
        onRetry={sendNow}
        empty={
          <Empty kind="nothing" title={t('transport.empty')}>
            <Show when={syncedAt()}>
              {(at) => <p>{t('transport.emptyText', { time: moment(at(), now()) })}</p>}
            </Show>
          </Empty>
        }
      >
        {() => (
          <Show when={groups()}>
            {(found) => (
              <TransportBoard
                groups={found()}
                now={now()}
                selected={props.selected}
                onOpen={({ id }) => navigate(`/vervoer/${id}`)}
              />
            )}
          </Show>
        )}
      </LoadedRows>
    </>
  )
}
