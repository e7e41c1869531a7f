import { type JSX, Show } from 'solid-js'

import { hospital } from '#shared/reference/hospitals.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { kilometres, number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { BedFigures } from '#web/pieces/beds/bed-figures.tsx'
import { Freshness } from '#web/pieces/beds/freshness.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'

import { ChoiceFace } from './choice-face.tsx'

import './match-candidate.css'

type Props = {
  candidate: MatchView['candidates'][number]
  /** Short words: why it stands here. */
  reasons: readonly string[]
  /** Present load against fair share, or against what the hospital staffs. */
  bar: JSX.Element
  /** An urgent patient may use a safety bed: its figures count those. */
  urgent: boolean
  /** Another region than the patient's: then the region is named. */
  elsewhere: boolean
  /** Names the radios that belong together; without it nothing can be chosen. */
  group?: string | undefined
  chosen: boolean
  onChoose: () => void
  /** Stands under the figures of the chosen one: why it is chosen. */
  children?: JSX.Element
  /** ISO, the server's clock. */
  now: string
}

/** One ranked hospital: free beds as a large numeral, its name, the way, one bar, and why it stands here. */
export function MatchCandidate(props: Props) {
  const place = () => hospital(props.candidate.hospital)
  return (
    <li
      class="match-candidate"
      classList={{
        'match-candidate--chosen': props.chosen,
        'match-candidate--plain': props.group === undefined,
      }}
    >
      <ChoiceFace
        group={props.group}
        value={props.candidate.hospital}
        chosen={props.chosen}
        onChoose={props.onChoose}
      >
        <span class="match-candidate__free">
          <span class="match-candidate__count">{props.candidate.free}</span>
          <span class="match-candidate__unit">{t('beds.free')}</span>
        </span>
        <span class="match-candidate__place">
          <span class="match-candidate__name">{hospitalName(props.candidate.hospital)}</span>
          <span class="match-candidate__way">
            {[
              props.elsewhere ? regionName(place()?.region ?? '') : undefined,
              t('matching.way', {
                distance: kilometres(props.candidate.distanceKm),
                road: number(props.candidate.roadKm, 0),
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span class="match-candidate__bar">{props.bar}</span>
      </ChoiceFace>
      <p class="match-candidate__why">
        <Show when={props.candidate.usesBoss}>
          <strong class="match-candidate__boss">{t('matching.why.boss')}</strong>
        </Show>
        <Show when={props.reasons.length > 0}>
          <span>{props.reasons.join(' · ')}</span>
        </Show>
        <Show when={!props.chosen}>
          <Freshness beds={props.candidate.beds} now={props.now} brief />
        </Show>
      </p>
      <Show when={props.chosen}>
        <div class="match-candidate__figures">
          <BedFigures beds={props.candidate.beds} now={props.now} withBoss={props.urgent} />
          {props.children}
        </div>
      </Show>
    </li>
  )
}
