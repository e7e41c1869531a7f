import { useSearchParams } from '@solidjs/router'
import { createMemo, lazy, Show, Suspense } from 'solid-js'

import { sumBeds } from '#shared/beds/sum-beds.ts'
import { regions } from '#shared/reference/regions.ts'
import type { Bed } from '#shared/terms.ts'
import type { Seen } from '#shared/wishes/progress.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Select } from '#web/parts/select.tsx'
import { createBeds } from '#web/state/beds.ts'
import { now } from '#web/state/now.ts'

const NationMap = lazy(() =>
  import('#web/pieces/wishes/nation-map.tsx').then(({ NationMap }) => ({ default: NationMap })),
)
const ALL = 'all'

/** The nation in one picture; a region that is tapped or chosen tells its figures. */
export function TheMap(props: { bed: Bed; progress: Seen }) {
  const [params, setParams] = useSearchParams<{ regio: string }>()
  const beds = createBeds()
  const rows = createMemo(() => (beds() ?? []).filter((row) => row.bed === props.bed))
  const region = () => regions.find(({ id }) => id === params.regio)?.id
  const open = (id: string | undefined) => setParams({ regio: id ?? null }, { replace: true, scroll: false })
  return (
    <>
      <Select
        label={t('wishes.region')}
        placeholder={t('wishes.region.all')}
        options={[
          { value: ALL, label: t('wishes.region.all') },
          ...regions.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
        ]}
        value={region() ?? ALL}
        onChange={(id) => open(id === ALL ? undefined : id)}
      />
      <Show when={region()}>
        {(id) => (
          <RegionFacts
            region={id()}
            beds={rows().filter((row) => row.region === id())}
            progress={props.progress}
          />
        )}
      </Show>
      <Suspense fallback={<Loading rows={8} />}>
        <NationMap beds={rows()} pairs={props.progress.pairs} now={now()} region={region()} onRegion={open} />
      </Suspense>
    </>
  )
}

type FactsProps = { region: string; beds: Parameters<typeof sumBeds>[0]; progress: Seen }

function RegionFacts(props: FactsProps) {
  const sum = () => sumBeds(props.beds, now())
  const part = (side: 'from' | 'to') => {
    const own = props.progress.pairs.filter((pair) => pair[side] === props.region)
    const of = (what: 'done' | 'wanted') => own.reduce((total, pair) => total + (pair[what] ?? 0), 0)
    const isKnown = own.every(({ done }) => done !== null)
    return isKnown
      ? t('wishes.region.of', { done: of('done'), wanted: of('wanted') })
      : t('wishes.region.wanted', { wanted: of('wanted') })
  }
  return (
    <Facts
      facts={[
        {
          term: t('wishes.region.free'),
          value: sum().free,
          note: t('wishes.region.oldest', { age: age(sum().reportedAt, now()) }),
        },
        { term: t('wishes.region.present'), value: sum().crisis },
        { term: t('wishes.region.out'), value: part('from') },
        { term: t('wishes.region.in'), value: part('to') },
      ]}
    />
  )
}
