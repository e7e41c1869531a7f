import { createSignal, createUniqueId, For, Show } from 'solid-js'

import { kilometres, moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { StateMark, StateShape } from '#web/parts/state-mark.tsx'
import { orgName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { ExcludedVehicles } from './excluded-vehicles.tsx'
import type { VehicleGroup, VehicleOption } from './vehicle-list.ts'

import './vehicle-choice.css'

export const VEHICLE_ID = 'ride-vehicle'

/** Taken at the chosen time: until when, or unknown. */
export type Taken = { until: string | null; next?: string | null }

type Props = {
  groups: readonly VehicleGroup[]
  /** What R4 excludes, with its reason codes. */
  excluded: Readonly<Record<string, readonly string[]>>
  /** Taken at the chosen departure; null when free. */
  takenAt: (vehicle: string) => Taken | null
  value: { vehicle: string; choice: string } | undefined
  onChange: (vehicle: string, choice: string) => void
  /** The sending hospital's escort, in words. */
  escort?: string | undefined
  now: string
  error?: string | undefined
}

const SHOWN = 4

/** Which vehicles may, best first, each one by name; and which may not, and why. */
export function VehicleChoice(props: Props) {
  return (
    <fieldset class="vehicle-choice" id={VEHICLE_ID} tabindex="-1" aria-describedby={`${VEHICLE_ID}-error`}>
      <legend class="visually-hidden">{t('transport.vehicle')}</legend>
      <p class="vehicle-choice__error" id={`${VEHICLE_ID}-error`}>
        <Show when={props.error}>
          <StateShape state="stopped" /> {props.error}
        </Show>
      </p>
      <Show when={props.groups.every(({ later }) => later)}>
        <p class="vehicle-choice__none">{t('transport.noneAllowed')}</p>
      </Show>
      {/* By word and by call sign: a newer answer changes what a row says, never which row has the focus. */}
      <For each={props.groups.map(({ choice }) => choice)}>
        {(choice, index) => (
          <Show when={props.groups.find((group) => group.choice === choice)}>
            {(group) => <Group group={group()} first={index() === 0 && !group().later} choice={props} />}
          </Show>
        )}
      </For>
      <ExcludedVehicles excluded={props.excluded} />
    </fieldset>
  )
}

function Group(props: { group: VehicleGroup; first: boolean; choice: Props }) {
  const [all, setAll] = createSignal(false)
  const name = createUniqueId()
  const chosen = (vehicle: VehicleOption) =>
    props.choice.value?.vehicle === vehicle.id && props.choice.value.choice === props.group.choice
  const shown = () =>
    props.group.vehicles.filter((vehicle, index) => all() || index < SHOWN || chosen(vehicle))
  const more = () => props.group.vehicles.length - shown().length
  let rows: HTMLFieldSetElement | undefined
  const showAll = () => {
    setAll(true)
    rows?.querySelectorAll('input')[SHOWN]?.focus()
  }
  return (
    <fieldset class="vehicle-choice__group" aria-labelledby={name} ref={rows}>
      <h3 class="vehicle-choice__kind" id={name}>
        {term('vehicle', props.group.choice)}
        <Show when={props.first || props.group.later}>
          <span class="vehicle-choice__first">
            {t(props.group.later ? 'transport.later' : 'transport.firstChoice')}
          </span>
        </Show>
      </h3>
      <Show when={props.group.choice === 'ambulance-escorted' && props.choice.escort}>
        {(escort) => <p class="vehicle-choice__escort">{escort()}</p>}
      </Show>
      <For
        each={shown().map(({ id }) => id)}
        fallback={<p class="vehicle-choice__none">{t('transport.noVehicles')}</p>}
      >
        {(id) => (
          <Show when={props.group.vehicles.find((vehicle) => vehicle.id === id)}>
            {(vehicle) => (
              <Row
                vehicle={vehicle()}
                taken={props.choice.takenAt(id)}
                now={props.choice.now}
                checked={chosen(vehicle())}
                onPick={() => props.choice.onChange(id, props.group.choice)}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={more() > 0}>
        <Button variant="quiet" onClick={showAll}>
          {t('transport.showMore', { count: more() })}
        </Button>
      </Show>
    </fieldset>
  )
}

function Row(props: {
  vehicle: VehicleOption
  taken: Taken | null
  now: string
  checked: boolean
  onPick: () => void
}) {
  return (
    <label class="vehicle-choice__row">
      <input
        class="vehicle-choice__radio"
        type="radio"
        name={VEHICLE_ID}
        checked={props.checked}
        onChange={() => props.onPick()}
      />
      <span class="vehicle-choice__name">{props.vehicle.name}</span>
      <span class="vehicle-choice__org">{orgName(props.vehicle.org)}</span>
      <span class="vehicle-choice__km">{kilometres(props.vehicle.distanceKm)}</span>
      <span class="vehicle-choice__state">
        <Show when={props.taken} fallback={<StateMark state="done" label={t('transport.free')} />}>
          {(taken) => <StateMark state="stopped" label={takenWords(taken(), props.now)} />}
        </Show>
      </span>
    </label>
  )
}

export const takenWords = ({ until }: Taken, now: string): string =>
  until === null ? t('transport.busy') : t('transport.busyUntil', { until: moment(until, now) })
