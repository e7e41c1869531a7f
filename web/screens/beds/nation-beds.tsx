import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import { region, regions } from '#shared/reference/regions.ts'
import type { Bed } from '#shared/terms.ts'
import { sumBeds } from '#shared/beds/sum-beds.ts'
import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { RegionBeds as RegionTable } from '#web/pieces/beds/beds-table.tsx'
import { BedsTotal } from '#web/pieces/beds/beds-total.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { createBeds } from '#web/state/beds.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'

import { FileLink } from './file-link.tsx'
import { RegionBeds } from './region-beds.tsx'

type Query = { bed: string; regio: string }

/** The nation's beds per region; a region opens its hospitals. */
export function NationBeds() {
  const [params] = useSearchParams<Query>()
  const open = () => (params.regio && region(params.regio) ? params.regio : undefined)
  const level = (): Bed => (params.bed === 'ward' ? 'ward' : 'ic')
  return (
    <Show when={open()} fallback={<Regions level={level()} />}>
      {(id) => (
        <RegionBeds
          region={id()}
          query={`regio=${id()}&`}
          back={{ href: `/bedden?bed=${level()}`, label: t('beds.table.toNation') }}
        />
      )}
    </Show>
  )
}

function Regions(props: { level: Bed }) {
  const navigate = useNavigate()
  const beds = createBeds()
  const rows = createMemo(() => beds()?.filter((row) => row.bed === props.level))
  const sums = () =>
    regions.flatMap(({ id }) => {
      const own = (rows() ?? []).filter((row) => row.region === id)
      return own.length > 0 ? [{ region: id, ...sumBeds(own, now()) }] : []
    })
  return (
    <>
      <PageHead title={t('beds.title.nation')} side={<FileLink />} />
      <LevelTabs level={props.level} hrefOf={(bed) => `/bedden?bed=${bed}`} />
      <LoadedRows
        rows={rows()}
        synced={syncedAt() !== null}
        connection={connection()}
        failedTitle={t('beds.notLoaded.title')}
        failedText={t('beds.notLoaded.text')}
        empty={<Empty kind="nothing" title={t('beds.none.title')} />}
        onRetry={sendNow}
      >
        {(loaded) => (
          <>
            <BedsTotal sum={sumBeds(loaded(), now())} now={now()} />
            <RegionTable
              caption={t('beds.title.nation')}
              rows={sums()}
              now={now()}
              onOpen={({ region: id }) => navigate(`/bedden?regio=${id}&bed=${props.level}`)}
            />
          </>
        )}
      </LoadedRows>
    </>
  )
}
