import { type JSX, Show } from 'solid-js'

import type { AbroadChoice as Choice } from '#shared/wire/reads.ts'
import { duration, kilometres, number } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { ChoiceFace } from '#web/pieces/matching/choice-face.tsx'

import { PartnerLine } from './partner-line.tsx'

import '#web/pieces/matching/match-candidate.css'
import './abroad-choice.css'

type Props = {
  place: Choice
  /** Names the radios that belong together; without it nothing can be chosen. */
  group: string | undefined
  chosen: boolean
  onChoose: () => void
  demo: boolean
  children?: JSX.Element
}

/** One hospital abroad: what is left of what was agreed, where it lies, the way there, and whom to call. */
export function AbroadChoice(props: Props) {
  const left = () => {
    const { icBeds, taken } = props.place
    return icBeds === null ? undefined : Math.max(0, icBeds - taken)
  }
  const agreed = () =>
    props.place.icBeds === null
      ? t('abroad.notAgreedShort')
      : t('abroad.agreed', { count: props.place.icBeds })
  const where = () => {
    const { city, country, distanceKm, roadKm, minutes } = props.place
    return [
      `${city}, ${tryT(`abroad.country.${country}`) ?? country}`,
      t('matching.way', { distance: kilometres(distanceKm), road: number(roadKm, 0) }),
      t('abroad.drive', { time: duration(minutes.micu * 60_000) }),
    ].join(' · ')
  }
  return (
    <li
      class="match-candidate abroad-choice"
      data-declined={props.place.declined}
      classList={{
        'match-candidate--chosen': props.chosen,
        'match-candidate--plain': props.group === undefined,
      }}
    >
      <ChoiceFace group={props.group} value={props.place.id} chosen={props.chosen} onChoose={props.onChoose}>
        <span class="match-candidate__free">
          <span class="match-candidate__count">{left() ?? '–'}</span>
          <Show when={left() !== undefined}>
            <span class="match-candidate__unit">{t('abroad.left')}</span>
          </Show>
        </span>
        <span class="match-candidate__place">
          <span class="match-candidate__name">{props.place.name}</span>
          <span class="match-candidate__way">{where()}</span>
        </span>
      </ChoiceFace>
      <p class="match-candidate__why">
        <Show when={props.place.declined}>
          <span>{t('terms.excluded.declined-earlier')}</span>
        </Show>
        <span>{agreed()}</span>
        <span>{t(props.place.nearBorder ? 'abroad.nearBorder' : 'abroad.farBorder')}</span>
        <Show when={props.place.taken > 0}>
          <span>{t('abroad.taken', { count: props.place.taken })}</span>
        </Show>
      </p>
      <Show when={props.chosen}>
        <div class="match-candidate__figures">
          <PartnerLine contact={props.place.contact} demo={props.demo} />
          {props.children}
        </div>
      </Show>
    </li>
  )
}
