import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'

import { hospitals } from '#shared/reference/hospitals.ts'
import type { Bed } from '#shared/terms.ts'
import { sumBeds } from '#shared/beds/sum-beds.ts'
import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { HospitalBeds } from '#web/pieces/beds/beds-table.tsx'
import { BedsTotal } from '#web/pieces/beds/beds-total.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { regionName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { createBeds } from '#web/state/beds.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'

import { FileLink } from './file-link.tsx'

type Props = {
  region: string
  /** The query that keeps this region open, without the level. */
  query?: string | undefined
  /** The way back to all regions. */
  back?: { href: string; label: string } | undefined
}

const NAMES = new Map(hospitals.map(({ id, short }) => [id, short]))
const byName = (a: { hospital: string }, b: { hospital: string }) =>
  (NAMES.get(a.hospital) ?? '').localeCompare(NAMES.get(b.hospital) ?? '')

/** One region's hospitals as a table, read only. */
export function RegionBeds(props: Props) {
  const navigate = useNavigate()
  const [params] = useSearchParams<{ bed: string }>()
  const level = (): Bed => (params.bed === 'ward' ? 'ward' : 'ic')
  const beds = createBeds()
  const rows = createMemo(() =>
    beds()
      ?.filter((row) => row.region === props.region && row.bed === level())
      .toSorted(byName),
  )
  const place = () => regionName(props.region)
  return (
    <>
      <PageHead title={t('beds.title.region', { region: place() })} back={props.back} side={<FileLink />} />
      <LevelTabs level={level()} hrefOf={(bed) => `/bedden?${props.query ?? ''}bed=${bed}`} />
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
            <HospitalBeds
              caption={t('beds.table.caption', { level: term('bed', level()), place: place() })}
              rows={loaded()}
              now={now()}
              onOpen={({ hospital }) =>
                navigate(`/bedden?${props.query ?? ''}bed=${level()}&ziekenhuis=${hospital}`)
              }
            />
          </>
        )}
      </LoadedRows>
    </>
  )
}
