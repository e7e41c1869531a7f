import { For, type JSX, Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { figuresOf } from '#shared/beds/observe.ts'
import type { Bed } from '#shared/terms.ts'
import { age } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Section } from '#web/parts/section.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { term } from '#web/pieces/term.ts'

import { BED_FIGURES, type BedEdits, type BedFigure, bedFaults, countEdits, withEdits } from './bed-edits.ts'
import { FreeBeds, Overbooked } from './bed-figures.tsx'
import { BedLayers } from './bed-layers.tsx'
import { figureWord } from './figure-word.ts'
import { Freshness } from './freshness.tsx'
import { IntakeStop } from './intake-stop.tsx'

import './bed-editor.css'

type Props = {
  beds: Beds
  edits: BedEdits
  onEdit: (edits: BedEdits) => void
  /** The figures are looked at and still right: only their age changes. */
  onStillRight: () => void
  /** ISO, the server's clock. */
  now: string
  /** How it went until now. */
  trend?: JSX.Element
}

/** Where a figure is typed, for whoever must lead there. */
export const bedFieldId = (bed: Bed, figure: BedFigure | 'until'): string => `beds-${bed}-${figure}`

/** One care level of the own hospital: large steppers, prefilled, and beside them what others will see. */
export function BedEditor(props: Props) {
  const typed = () => withEdits(props.beds, props.edits)
  const faults = () => bedFaults(typed(), props.now)
  const error = (figure: BedFigure) => {
    const max = figure === 'crisis' || figure === 'boss' ? faults()[figure] : undefined
    if (max === undefined) return undefined
    return figure === 'crisis' ? t('beds.error.crisis', { max }) : t('beds.error.boss', { max })
  }
  const was = (figure: BedFigure) =>
    typed()[figure] === props.beds[figure] ? undefined : t('beds.was', { count: props.beds[figure] })
  const level = () => term('bed', props.beds.bed)
  return (
    <div class="bed-editor">
      <Section
        title={level()}
        side={
          <span class="bed-editor__seen">
            <FreeBeds beds={typed()} now={props.now} />
          </span>
        }
      >
        {props.trend}
        <div class="bed-editor__steppers">
          <For each={BED_FIGURES}>
            {(figure) => (
              <Stepper
                id={bedFieldId(props.beds.bed, figure)}
                label={figureWord(figure)}
                value={typed()[figure]}
                max={2000}
                was={was(figure)}
                error={error(figure)}
                onChange={(value) => props.onEdit({ ...props.edits, [figure]: value })}
              />
            )}
          </For>
        </div>
        <div class="bed-editor__age">
          <Show when={props.beds.reserved > 0}>
            <span>{t('beds.reserved.text', { count: props.beds.reserved })}</span>
          </Show>
          <Freshness beds={props.beds} now={props.now} />
          <Show when={countEdits(props.beds, props.edits) === 0}>
            <Button
              variant="quiet"
              label={t('beds.stillRightLabel', { level: level() })}
              onClick={props.onStillRight}
            >
              {t('beds.stillRight')}
            </Button>
          </Show>
        </div>
        <Overbooked beds={typed()} now={props.now} />
        <Show when={props.beds.reminded}>
          {(asked) => (
            <Notice
              kind="warn"
              title={t(`beds.reminded.${asked().level}`, { age: age(props.beds.reportedAt, props.now) })}
            />
          )}
        </Show>
        <BedLayers
          beds={props.beds}
          now={props.now}
          onTake={(seen) => props.onEdit({ ...props.edits, ...figuresOf(seen) })}
        />
        <IntakeStop
          value={typed().intakeStop}
          id={bedFieldId(props.beds.bed, 'until')}
          error={faults().until ? t('beds.error.until') : undefined}
          now={props.now}
          onChange={(intakeStop) => props.onEdit({ ...props.edits, intakeStop })}
        />
      </Section>
    </div>
  )
}
