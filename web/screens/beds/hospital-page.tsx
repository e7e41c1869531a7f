import { createMemo, For, Show } from 'solid-js'

import { isAllowed } from '#shared/access/may.ts'
import { hospital } from '#shared/reference/hospitals.ts'
import { BEDS } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { BedFigures } from '#web/pieces/beds/bed-figures.tsx'
import { BedLayers } from '#web/pieces/beds/bed-layers.tsx'
import { term } from '#web/pieces/term.ts'
import { act } from '#web/state/act.ts'
import { createBedHistory, createBeds } from '#web/state/beds.ts'
import { now } from '#web/state/now.ts'
import { me } from '#web/state/session.ts'

import { CorrectLevel } from './correct-level.tsx'
import { LevelHistory } from './history.tsx'
import { Trend } from './trend.tsx'

/** One hospital as its coordinators see it: figures with age and source, corrections, what was said before. */
export function HospitalPage(props: { hospital: string; back: string }) {
  const rows = createBeds(() => props.hospital)
  const levels = createMemo(() => rows()?.toSorted((a, b) => BEDS.indexOf(a.bed) - BEDS.indexOf(b.bed)))
  return (
    <>
      <PageHead
        title={t('beds.title.own', { hospital: hospital(props.hospital)?.short ?? props.hospital })}
        back={{ href: props.back, label: t('beds.hospital.toRegion') }}
      />
      <For each={levels()?.map(({ bed }) => bed)}>
        {(bed) => (
          <Show when={levels()?.find((row) => row.bed === bed)}>
            {(row) => {
              const may = () => isAllowed(me(), 'beds.correct', { kind: 'beds', beds: row() })
              const { hospital: at } = row()
              const history = createBedHistory(() => row().id)
              return (
                <Section title={term('bed', bed)}>
                  <BedFigures beds={row()} now={now()} />
                  <Trend beds={row()} history={history} />
                  <BedLayers
                    beds={row()}
                    now={now()}
                    onLift={
                      may()
                        ? () => void act('beds.lift', { hospital: at, bed }, { subject: row().id })
                        : undefined
                    }
                  />
                  <Show when={may()}>
                    <CorrectLevel beds={row()} />
                  </Show>
                  <LevelHistory beds={row()} history={history} />
                </Section>
              )
            }}
          </Show>
        )}
      </For>
    </>
  )
}
