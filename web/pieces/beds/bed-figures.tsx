import { For, Show } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import { freeBeds } from '#shared/beds/capacity.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { term } from '#web/pieces/term.ts'

import { Freshness } from './freshness.tsx'

import './bed-figures.css'

type Props = {
  beds: Beds
  /** ISO, the server's clock. */
  now: string
}
type FiguresProps = Props & {
  /** For an urgent patient, who may use a safety bed: then those are not taken off. */
  withBoss?: boolean | undefined
}

/** The free beds as a large numeral, and how many more there are with the safety beds. */
export function FreeBeds(props: Props) {
  const figures = () => freeBeds({ ...props.beds, now: props.now })
  return (
    <span class="free-beds">
      <span class="free-beds__count">{figures().free}</span>
      <span class="free-beds__words">
        <span>{t('beds.free')}</span>
        <Show when={figures().freeInclBoss !== figures().free}>
          <span class="free-beds__boss">{t('beds.freeWithBoss', { count: figures().freeInclBoss })}</span>
        </Show>
      </span>
    </span>
  )
}

/** R6 with its inputs: what is staffed, less what is occupied, reserved and kept for safety. */
export function BedFigures(props: FiguresProps) {
  const figures = () => freeBeds({ ...props.beds, now: props.now })
  const parts = () => {
    const { operational, occupied, reserved, boss } = props.beds
    const taken = [
      { word: t('beds.operational'), sign: '', value: operational },
      { word: t('beds.occupied'), sign: '−', value: occupied },
      { word: t('beds.reserved'), sign: '−', value: reserved },
    ]
    return props.withBoss
      ? [
          ...taken,
          { word: t('beds.freeHead'), sign: '=', value: figures().freeInclBoss },
          { word: t('beds.ofWhichBoss'), sign: '', value: Math.min(boss, figures().freeInclBoss) },
        ]
      : [
          ...taken,
          { word: t('beds.boss'), sign: '−', value: boss },
          { word: t('beds.freeHead'), sign: '=', value: figures().free },
        ]
  }
  return (
    <div class="bed-figures">
      <dl class="bed-figures__sum">
        <For each={parts()}>
          {(part) => (
            <div class="bed-figures__part" classList={{ 'bed-figures__part--sum': part.sign === '=' }}>
              <dt class="bed-figures__word">{part.word}</dt>
              <dd class="bed-figures__value">
                <Show when={part.sign}>
                  <span class="bed-figures__sign">{part.sign}</span>
                </Show>
                {part.value}
              </dd>
            </div>
          )}
        </For>
      </dl>
      <BedWarnings {...props} />
      <Freshness {...props} />
    </div>
  )
}

/** What holds a hospital back beside its figures: an intake stop, more patients than beds. */
function BedWarnings(props: Props) {
  return (
    <>
      <Show when={props.beds.intakeStop}>
        {(stop) => <StateMark state="stopped" label={stopWords(stop(), props.now)} />}
      </Show>
      <Overbooked {...props} />
    </>
  )
}

/** More patients than beds (R6): a true report, and it says so. */
export function Overbooked(props: Props) {
  const over = () => freeBeds({ ...props.beds, now: props.now }).overbooked
  return (
    <Show when={over() > 0}>
      <StateMark state="stopped" label={t('beds.overbooked', { count: over() })} />
    </Show>
  )
}

/** "Opnamestop: personeel, tot morgen zo 22 nov, 08:00" */
export function stopWords(stop: NonNullable<Beds['intakeStop']>, now: string): string {
  const reason = term('intake', stop.reason).toLowerCase()
  return stop.until === null
    ? t('beds.stop.shown', { reason })
    : t('beds.stop.shownUntil', { reason, until: moment(stop.until, now) })
}
