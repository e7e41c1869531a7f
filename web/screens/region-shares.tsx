import { useParams, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { region } from '#shared/reference/regions.ts'
import type { Bed } from '#shared/terms.ts'
import type { RegionLevel } from '#shared/wire/shares.ts'
import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { HospitalTable } from '#web/pieces/fair-share/hospital-table.tsx'
import { ShareHead } from '#web/pieces/fair-share/share-head.tsx'
import { LevelTabs } from '#web/pieces/level-tabs.tsx'
import { now } from '#web/state/now.ts'
import { createRegionShares } from '#web/state/shares.ts'

import { Loaded } from './shares/loaded.tsx'
import { RegionKeyPart, regionKeyWords } from './shares/region-key.tsx'

import './shares.css'

/** One region: each hospital's share by the region's own key, or else by its staffed beds. */
export default function RegionShares() {
  const params = useParams<{ id: string }>()
  return (
    <Show
      when={region(params.id)?.id}
      keyed
      fallback={<Empty kind="nothing" title={t('shares.unknownRegion')} />}
    >
      {(id) => <Known region={id} />}
    </Show>
  )
}

function Known(props: { region: string }) {
  const [query] = useSearchParams<{ bed: string }>()
  const level = (): Bed => (query.bed === 'ward' ? 'ward' : 'ic')
  const shares = createRegionShares(() => props.region)
  return (
    <>
      <PageHead
        title={t('shares.title.region', { region: region(props.region)?.name ?? props.region })}
        back={{ href: `/verdeling?bed=${level()}`, label: t('shares.toNation') }}
      />
      <LevelTabs level={level()} hrefOf={(bed) => `/regio/${props.region}?bed=${bed}`} />
      <Loaded opened={shares}>
        {(view) => (
          <Show when={view().levels.find(({ bed }) => bed === level())}>
            {(found) => (
              <>
                <Level level={found()} />
                <RegionKeyPart region={props.region} level={found()} />
              </>
            )}
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Level(props: { level: RegionLevel }) {
  const hides = () => props.level.hospitals.some(({ present }) => present === null)
  return (
    <>
      <ShareHead
        total={props.level.total}
        keyWords={regionKeyWords(props.level)}
        figures={props.level.figures}
        spread={undefined}
        now={now()}
      />
      <HospitalTable bed={props.level.bed} rows={props.level.hospitals} now={now()} />
      <Show when={hides()}>
        <p class="shares__note">{t('shares.fewText')}</p>
      </Show>
    </>
  )
}
