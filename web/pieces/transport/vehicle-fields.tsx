// The parts of the vehicle's form that ask for more than one value: when it drives, and the bottles on board.
import { Index, Show } from 'solid-js'

import type { Hours } from '#shared/reference/micu-centres.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { TextField } from '#web/parts/text-field.tsx'

export type Cylinder = { litres: number | undefined; bar: number | undefined }

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const MOST = 12
const DAY = { from: '08:00', until: '20:00' }

export const areHours = (hours: Hours | null): boolean =>
  hours === null || (CLOCK.test(hours.from) && CLOCK.test(hours.until) && hours.from < hours.until)

/** Litres in halves from 0.5 to 50, bar in whole ones up to 300. */
export const fits = ({ litres = 0, bar = -1 }: Cylinder): boolean =>
  litres >= 0.5 && litres <= 50 && (litres * 2) % 1 === 0 && bar >= 0 && bar <= 300 && bar % 1 === 0

/** When it drives: always, or between two clocks; those typed are kept while "always" stands. */
export function HoursFields(props: { value: Hours | null; onChange: (value: Hours | null) => void }) {
  let typed = props.value ?? DAY
  const change = (part: Partial<typeof DAY>) => {
    typed = { ...typed, ...part }
    props.onChange(typed)
  }
  return (
    <>
      <Choice
        label={t('dayBoard.fleet.hours')}
        options={(['always', 'some'] as const).map((value) => ({
          value,
          label: t(`dayBoard.fleet.hours.${value}`),
        }))}
        value={props.value === null ? 'always' : 'some'}
        onChange={(chosen) => props.onChange(chosen === 'always' ? null : typed)}
      />
      <Show when={props.value}>
        {(hours) => (
          <Fields row>
            <TextField
              label={t('dayBoard.fleet.from')}
              value={hours().from}
              maxLength={5}
              onChange={(from) => change({ from })}
            />
            <TextField
              label={t('dayBoard.fleet.until')}
              value={hours().until}
              maxLength={5}
              onChange={(until) => change({ until })}
            />
          </Fields>
        )}
      </Show>
    </>
  )
}

/** The bottles on board, each with its size and its usable pressure. */
export function Cylinders(props: { value: Cylinder[]; onChange: (value: Cylinder[]) => void }) {
  const change = (at: number, part: Partial<Cylinder>) =>
    props.onChange(props.value.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <>
      <h3>{t('dayBoard.fleet.cylinders')}</h3>
      <Index each={props.value}>
        {(cylinder, at) => (
          <Fields row>
            <NumberField
              label={t('dayBoard.fleet.litres', { nr: at + 1 })}
              value={cylinder().litres}
              onChange={(litres) => change(at, { litres })}
            />
            <NumberField
              label={t('dayBoard.fleet.bar', { nr: at + 1 })}
              value={cylinder().bar}
              whole
              onChange={(bar) => change(at, { bar })}
            />
            <Button
              variant="quiet"
              onClick={() => props.onChange(props.value.filter((_, index) => index !== at))}
            >
              {t('dayBoard.fleet.dropCylinder', { nr: at + 1 })}
            </Button>
          </Fields>
        )}
      </Index>
      <Show when={props.value.length < MOST}>
        <Button onClick={() => props.onChange([...props.value, { litres: 10, bar: 190 }])}>
          {t('dayBoard.fleet.addCylinder')}
        </Button>
      </Show>
    </>
  )
}
